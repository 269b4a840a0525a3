package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;

/** Tests what infusions, ventilation modes and limitations of treatment become. */
class IntensiveCareResourcesTest {
    private static final String INFUSION = """
        {"resourceType":"MedicationAdministration","status":"%s",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"%s"}]},
         "subject":{"reference":"Patient/p-17"},%s,
         "dosage":{"rateQuantity":{"value":0.3,"unit":"ug/kg/min","system":"http://unitsofmeasure.org","code":"ug/kg/min"}}}\
        """;
    private static final String RUNNING = "\"effectivePeriod\":{\"start\":\"2026-03-05T08:00:00Z\"}";
    private static final String STOPPED =
            "\"effectivePeriod\":{\"start\":\"2026-03-05T08:00:00Z\",\"end\":\"2026-03-05T09:30:00Z\"}";

    private static MessageOutcome read(String text) {
        return FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRunningInfusionIsTheRateOfItsDrug() {
        // when
        MessageOutcome outcome = read(INFUSION.formatted("in-progress", "C01CA03", RUNNING));

        // then
        assertThat(outcome.observations())
                .extracting(MeasuredValue::patient, MeasuredValue::variable, MeasuredValue::value, MeasuredValue::unit)
                .containsExactly(tuple("p-17", "noradrenaline", 0.3, "ug/kg/min"));
    }

    @Test
    void anInfusionThatHasEndedHasTheRateZeroFromItsEnd() {
        // when
        MessageOutcome outcome = read(INFUSION.formatted("completed", "C01CA24", STOPPED));

        // then
        assertThat(outcome.observations())
                .extracting(value -> value.time() + " " + value.variable() + " " + value.value())
                .containsExactly("2026-03-05T08:00:00Z adrenaline 0.3", "2026-03-05T09:29:59.999Z adrenaline 0.0");
    }

    @Test
    void anotherDrugIsLeftOutAsAnUnmappedCode() {
        // when
        MessageOutcome outcome = read(INFUSION.formatted("in-progress", "N02BE01", RUNNING));

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(DropReason.UNMAPPED_CODE);
    }

    @Test
    void anInfusionThatWasNotGivenIsNoRate() {
        // when
        MessageOutcome outcome = read(INFUSION.formatted("not-done", "C01CA03", RUNNING));

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(DropReason.NO_RESULT);
    }

    @Test
    void anInfusionThatWasEnteredInErrorRetractsItsRateAndItsEnd() {
        // when
        MessageOutcome outcome = read(INFUSION.formatted("entered-in-error", "C01CA24", STOPPED));

        // then
        assertThat(outcome.observations())
                .extracting(value -> value.time() + " " + value.value() + " " + value.status())
                .containsExactly("2026-03-05T08:00:00Z 0.3 RETRACTED", "2026-03-05T09:29:59.999Z 0.0 RETRACTED");
        assertThat(outcome.dropped()).isEmpty();
    }

    @Test
    void anInfusionThatWasEnteredInErrorNeedsNoRate() {
        // given
        String running = INFUSION.formatted("entered-in-error", "C01CA03", RUNNING);

        // when
        MessageOutcome outcome = read(running.replace("\"value\":0.3,", ""));

        // then
        assertThat(outcome.observations())
                .extracting(MeasuredValue::variable, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple("noradrenaline", Double.NaN, MeasurementStatusRecord.RETRACTED));
    }

    @Test
    void aTestInfusionIsMarkedAndRetractsNothing() {
        // given
        String tagged = INFUSION.replace("\"status\"", "\"meta\":{\"tag\":[{\"code\":\"test\"}]},\"status\"");

        // when, then
        assertThat(read(tagged.formatted("in-progress", "C01CA03", RUNNING)).observations())
                .extracting(MeasuredValue::status)
                .containsExactly(MeasurementStatusRecord.TEST);
        assertThat(read(tagged.formatted("entered-in-error", "C01CA03", RUNNING))
                        .dropped())
                .extracting(DroppedElement::reason)
                .containsExactly(DropReason.RETRACTED);
    }

    @Test
    void theEndOfAnInfusionHasAnotherIdentifierThanItsRate() {
        // given
        String named = INFUSION.replace("\"status\"", "\"id\":\"inf-1\",\"status\"");

        // when
        MessageOutcome outcome = read(named.formatted("completed", "C01CA24", STOPPED));

        // then
        assertThat(outcome.observations())
                .extracting(value -> value.statement().keys().get(0))
                .containsExactly("id|inf-1", "id|inf-1|end");
    }

    @Test
    void aCodedVentilationModeAndAFlagBecomeNumbers() {
        assertThat(read(answer(
                                "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"20124-4\"}]}",
                                "{\"text\":\"VNI\"}"))
                        .observations())
                .extracting(MeasuredValue::variable, MeasuredValue::value)
                .containsExactly(tuple("vent_mode", 2.0));
        assertThat(read(answer("{\"text\":\"LATA\"}", "{\"text\":\"oui\"}")).observations())
                .extracting(MeasuredValue::variable, MeasuredValue::value)
                .containsExactly(tuple("treatment_limitation", 1.0));
    }

    private static String answer(String code, String answer) {
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":" + code
                + ",\"effectiveDateTime\":\"2026-03-05T08:15:00Z\",\"valueCodeableConcept\":" + answer + "}";
    }
}
