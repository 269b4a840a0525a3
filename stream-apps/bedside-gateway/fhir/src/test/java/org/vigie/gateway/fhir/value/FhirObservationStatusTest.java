package org.vigie.gateway.fhir.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;

/** Tests that a value which its sender doubts, withdraws or marks as a test is never a valid one. */
class FhirObservationStatusTest {
    private static final String OBSERVATION = """
        {"resourceType":"Observation","status":"%s",%s"code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
         "effectiveDateTime":"2026-03-05T08:15:00Z","valueQuantity":{"value":80,"code":"/min"}}\
        """;

    @ParameterizedTest
    @CsvSource({
        "final, VALID",
        "preliminary, VALID",
        "appended, VALID",
        "unknown, UNKNOWN",
        "corrected, CORRECTED",
        "amended, CORRECTED",
        "entered-in-error, RETRACTED",
        "cancelled, RETRACTED",
    })
    void theStatusOfTheResourceIsThatOfItsValue(String status, MeasurementStatusRecord expected) {
        assertThat(statusOf(status, "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "final, invalid, INVALID",
        "final, INV, INVALID",
        "final, questionable, QUESTIONABLE",
        "final, early-indication, QUESTIONABLE",
        "final, ques, QUESTIONABLE",
        "final, calibration-ongoing, CALIBRATION",
        "final, test-data, TEST",
        "final, demo-data, DEMO",
        "final, H, VALID",
        "unknown, questionable, QUESTIONABLE",
        "corrected, questionable, RETRACTED",
        "corrected, invalid, RETRACTED",
        "amended, calibration-ongoing, RETRACTED",
        "corrected, test-data, TEST",
        "amended, demo-data, DEMO",
        "corrected, H, CORRECTED",
    })
    void anInterpretationThatDoubtsTheValueRanksAboveTheStatus(
            String status, String code, MeasurementStatusRecord expected) {
        assertThat(statusOf(status, "\"interpretation\":[{\"coding\":[{\"code\":\"" + code + "\"}]}],"))
                .isEqualTo(expected);
    }

    @Test
    void ofSeveralInterpretationsTheOneThatDoubtsCounts() {
        assertThat(statusOf(
                        "final",
                        "\"interpretation\":[{\"coding\":[{\"code\":\"H\"}]},{\"coding\":[{\"code\":\"INV\"}]}],"))
                .isEqualTo(MeasurementStatusRecord.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "security, HTEST, TEST",
        "tag, test, TEST",
        "tag, test-data, TEST",
        "security, demo, DEMO",
        "tag, demo-data, DEMO",
        "tag, other, VALID",
    })
    void aLabelOfTheResourceMarksATest(String kind, String code, MeasurementStatusRecord expected) {
        assertThat(statusOf("final", "\"meta\":{\"" + kind + "\":[{\"code\":\"" + code + "\"}]},"))
                .isEqualTo(expected);
    }

    @Test
    void aRegisteredObservationHasNoResultYet() {
        assertThat(read("registered", "").dropped())
                .extracting(left -> left.reason())
                .containsExactly(DropReason.NO_RESULT);
    }

    @Test
    void aTestThatIsRetractedRetractsNothing() {
        // when
        MessageOutcome outcome = read("entered-in-error", "\"meta\":{\"tag\":[{\"code\":\"test\"}]},");

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped()).extracting(left -> left.reason()).containsExactly(DropReason.RETRACTED);
    }

    @Test
    void aRetractionOfAnUnknownCodeOrWithoutATimeIsLeftOut() {
        // given
        String retracted = OBSERVATION.formatted("entered-in-error", "");

        // when, then
        assertThat(read(retracted.replace("8867-4", "99999-9")).dropped())
                .extracting(left -> left.reason())
                .containsExactly(DropReason.RETRACTED);
        assertThat(read(retracted.replace("\"effectiveDateTime\":\"2026-03-05T08:15:00Z\",", ""))
                        .dropped())
                .extracting(left -> left.reason())
                .containsExactly(DropReason.NO_TIME);
    }

    private static MeasurementStatusRecord statusOf(String status, String more) {
        assertThat(read(status, more).observations()).hasSize(1);
        MeasuredValue measured = read(status, more).observations().get(0);
        return measured.status();
    }

    private static MessageOutcome read(String status, String more) {
        return read(OBSERVATION.formatted(status, more));
    }

    private static MessageOutcome read(String text) {
        return FhirCorpus.READER.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
