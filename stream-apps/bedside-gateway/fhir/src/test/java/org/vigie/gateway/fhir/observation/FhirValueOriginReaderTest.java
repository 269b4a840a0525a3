package org.vigie.gateway.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.terminology.DropReason;

/**
 * Tests that a pulse oximeter's saturation becomes the variable of the alarms, whatever general codes are beside it.
 */
class FhirValueOriginReaderTest {
    private static final String VITAL = """
        "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],\
        """;
    private static final String LABORATORY = VITAL.replace("vital-signs", "laboratory");

    private static MessageOutcome read(String rest, String... codings) {
        String text = """
            {"resourceType":"Observation","status":"final","effectiveDateTime":"2026-06-10T12:00:00Z",
             "subject":{"reference":"Patient/p-31"},%s "code":{"coding":[%s]},
             "valueQuantity":{"value":71,"unit":"%%","system":"http://unitsofmeasure.org","code":"%%"}}\
            """.formatted(rest, String.join(",", codings));
        return FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String loinc(String code) {
        return "{\"system\":\"http://loinc.org\",\"code\":\"" + code + "\"}";
    }

    private static String mdc(String code) {
        return "{\"system\":\"urn:iso:std:iso:11073:10101\",\"code\":\"" + code + "\"}";
    }

    private static void means(MessageOutcome outcome, String variable) {
        assertThat(outcome.observations()).extracting(MeasuredValue::variable).containsExactly(variable);
        assertThat(outcome.observations()).extracting(MeasuredValue::value).containsExactly(71.0);
    }

    @Test
    void aPostductalSaturationIsThePulseOximetersInEveryOrder() {
        means(read("", loinc("59418-4"), mdc("160300"), loinc("2708-6")), "spo2");
        means(read("", loinc("2708-6"), mdc("160300"), loinc("59418-4")), "spo2");
        means(read(LABORATORY, mdc("160300"), loinc("2708-6")), "spo2");
    }

    static Stream<String> bedside() {
        return Stream.of(
                VITAL,
                "\"category\":[{\"text\":\"Vital Signs\"}],",
                "\"category\":[{\"coding\":[{\"display\":\"Vital Signs\"}]}],",
                "\"category\":{\"coding\":[{\"code\":\"VITAL-SIGNS\"}]},",
                "\"meta\":{\"profile\":[\"http://hl7.org/fhir/StructureDefinition/oxygensat\"]},",
                "\"meta\":{\"profile\":[\"http://hl7.org/fhir/us/core/StructureDefinition/us-core-pulse-oximetry|6.1.0\"]},",
                "\"method\":{\"text\":\"Pulse oximetry\"},",
                "\"method\":{\"text\":\"Oxymétrie de pouls\"},");
    }

    @ParameterizedTest
    @MethodSource("bedside")
    void theGeneralSaturationOfTheBedsideIsThePulseOximeters(String origin) {
        means(read(origin, loinc("2708-6")), "spo2");
    }

    static Stream<String> laboratory() {
        return Stream.of(
                "",
                LABORATORY,
                "\"category\":[{\"text\":\"Laboratory\"}],",
                "\"category\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v2-0074\",\"code\":\"LAB\"}]}],",
                VITAL + "\"specimen\":{\"display\":\"arterial blood\"},",
                VITAL + "\"method\":{\"coding\":[{\"display\":\"Co-oximetry\"}]},");
    }

    @ParameterizedTest
    @MethodSource("laboratory")
    void theGeneralSaturationOfABloodSampleIsTheLaboratorys(String origin) {
        means(read(origin, loinc("2708-6")), "sao2");
    }

    @Test
    void codingsThatContradictEachOtherAreNoValueAndSaySo() {
        // when, then
        for (List<String> order :
                List.of(List.of("59408-5", "8867-4"), List.of("8867-4", "59408-5"), List.of("2708-6", "8867-4"))) {
            MessageOutcome outcome = read(VITAL, loinc(order.get(0)), loinc(order.get(1)));
            assertThat(outcome.observations()).isEmpty();
            assertThat(outcome.dropped())
                    .extracting(DroppedElement::reason)
                    .containsExactly(DropReason.CONTRADICTING_CODES);
        }
    }

    @Test
    void aComponentMeansWhatItsObservationMeasures() {
        // given
        String text = """
            {"resourceType":"Observation","status":"final","effectiveDateTime":"2026-06-10T12:00:00Z",%s
             "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"},{"system":"MDC","code":"%s"}]},
             "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},
             "valueQuantity":{"value":71,"code":"mm[Hg]"}}]}\
            """;

        // when
        means(FhirCorpus.READER.read(text.formatted(VITAL, "150036").getBytes(StandardCharsets.UTF_8)), "abp_sys");
        means(FhirCorpus.READER.read(text.formatted(VITAL, "150020").getBytes(StandardCharsets.UTF_8)), "nibp_sys");

        // then
        assertThat(FhirCorpus.READER
                        .read(text.formatted(VITAL, "150064").getBytes(StandardCharsets.UTF_8))
                        .dropped())
                .extracting(DroppedElement::reason)
                .containsExactly(DropReason.UNMAPPED_CODE);
    }

    @Test
    void aComponentOfAVitalSignIsABedsideValue() {
        // given
        String text = """
            {"resourceType":"Observation","status":"final","effectiveDateTime":"2026-06-10T12:00:00Z",%s
             "code":{"text":"monitor"},"component":[{"code":{"coding":[%s]},"valueQuantity":{"value":71,"code":"%%"}}]}\
            """.formatted(VITAL, loinc("2708-6"));
        // when, then
        means(FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8)), "spo2");
    }
}
