package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.terminology.DropReason;

/** Tests what the status of a MedicationAdministration says about its rate. */
class InfusionStateTest {
    private static final String STARTED = "2026-03-05T08:00:00Z 0.3 VALID [id|inf-1]";

    private static String infusion(String status, String more) {
        return """
            {"resourceType":"MedicationAdministration","id":"inf-1","status":"%s",%s
             "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"C01CA03"}]},
             "subject":{"reference":"Patient/p-17"},"effectivePeriod":{"start":"2026-03-05T08:00:00Z"},
             "dosage":{"rateQuantity":{"value":0.3,"unit":"ug/kg/min","system":"http://unitsofmeasure.org","code":"ug/kg/min"}}}\
            """.formatted(status, more);
    }

    private static FhirMessage message(String text) throws MalformedFhirResource {
        return FhirCorpus.READER
                .receivedAt(Instant.parse("2026-03-05T10:00:00Z"))
                .message(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values(String text) throws MalformedFhirResource {
        return message(text).entries().get(0).observations().stream()
                .map(InfusionStateTest::text)
                .toList();
    }

    private static String text(MeasuredValue one) {
        return one.time() + " " + one.value() + " " + one.status() + " "
                + one.statement().keys();
    }

    @ParameterizedTest
    @CsvSource({"on-hold, 0.0 VALID", "in-progress, 0.3 VALID"})
    void theStateGivesTheRateFromTheTimeOfReceipt(String status, String rate) throws MalformedFhirResource {
        assertThat(values(infusion(status, "")))
                .containsExactly(STARTED, "2026-03-05T10:00:00Z " + rate + " [id|inf-1|end]");
    }

    @Test
    void theTimeOfAPauseIsTheEndOfThePeriodOrTheLastUpdateOfTheResource() throws MalformedFhirResource {
        // given
        String updated = "\"meta\":{\"lastUpdated\":\"2026-03-05T09:30:00Z\"},";
        String ended =
                infusion("on-hold", updated).replace("08:00:00Z\"}", "08:00:00Z\",\"end\":\"2026-03-05T09:15:00Z\"}");

        // when, then
        assertThat(values(infusion("on-hold", updated)))
                .containsExactly(STARTED, "2026-03-05T09:30:00Z 0.0 VALID [id|inf-1|end]");
        assertThat(values(ended)).containsExactly(STARTED, "2026-03-05T09:15:00Z 0.0 VALID [id|inf-1|end]");
    }

    @Test
    void aPauseNeedsNoRate() throws MalformedFhirResource {
        assertThat(values(infusion("on-hold", "").replace("\"value\":0.3,", "")))
                .containsExactly("2026-03-05T10:00:00Z 0.0 VALID [id|inf-1|end]");
    }

    @Test
    void aStateThatIsNotKnownMakesTheRateDoubtful() throws MalformedFhirResource {
        assertThat(values(infusion("unknown", ""))).containsExactly("2026-03-05T10:00:00Z 0.3 UNKNOWN [id|inf-1|end]");
    }

    /** The next administration of the drug may have begun before the stop was sent: a rate 0 would hide its rate. */
    @ParameterizedTest
    @ValueSource(strings = {"stopped", "completed"})
    void anEndWithoutATimeMakesTheRateDoubtfulAndNotZero(String status) throws MalformedFhirResource {
        assertThat(values(infusion(status, "")))
                .containsExactly(STARTED, "2026-03-05T10:00:00Z 0.3 UNKNOWN [id|inf-1|end]");
    }

    @Test
    void anInfusionThatWasNotDoneTakesBackWhatWasPublished() throws MalformedFhirResource {
        // when
        FhirMessage message = message(infusion("not-done", ""));

        // then
        assertThat(values(infusion("not-done", "")))
                .containsExactly(
                        "2026-03-05T08:00:00Z NaN RETRACTED [id|inf-1]",
                        "2026-03-05T08:00:00Z NaN RETRACTED [id|inf-1|end]");
        assertThat(message.entries().get(0).dropped()).allSatisfy(left -> {
            assertThat(left.reason()).isEqualTo(DropReason.NO_RESULT);
            assertThat(left.readings()).isEqualTo(1);
        });
    }

    @Test
    void aStateIsNoReadingOfItsMessage() throws MalformedFhirResource {
        // when
        FhirMessage message = message(infusion("on-hold", ""));

        // then
        assertThat(message.readings()).isEqualTo(1);
        assertThat(message.entries().get(0).observations())
                .extracting(MeasuredValue::readings)
                .containsExactly(1, 0);
    }

    @Test
    void aTestInfusionHasNoState() throws MalformedFhirResource {
        assertThat(values(infusion("on-hold", "\"meta\":{\"tag\":[{\"code\":\"test\"}]},")))
                .containsExactly("2026-03-05T08:00:00Z 0.3 TEST [id|inf-1]");
    }
}
