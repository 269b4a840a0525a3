package org.vigie.gateway.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.FhirCorpus;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;

/** Tests that a correction without a usable value takes back the earlier value. */
class ObservationCorrectionReaderTest {
    private static final String BOUND =
            "\"valueQuantity\":{\"value\":15,\"comparator\":\">\",\"unit\":\"mmol/L\",\"code\":\"mmol/L\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BOUND,
                "\"valueQuantity\":{\"value\":4.1,\"code\":\"parsec\"}",
                "\"valueString\":\"hemolysed\"",
                "\"dataAbsentReason\":{\"text\":\"hemolysed\"}",
                "\"valueQuantity\":{\"value\":4.1,\"code\":\"mmol/L\"},\"dataAbsentReason\":{\"text\":\"hemolysed\"}",
                "\"note\":[{\"text\":\"hemolysed\"}]",
            })
    void aCorrectionWithoutAUsableValueIsACorrectionWithoutANumber(String value) {
        for (String status : new String[] {"corrected", "amended"}) {
            // when
            MessageOutcome outcome = read(potassium(status, value));

            // then
            assertThat(outcome.observations())
                    .as(status)
                    .extracting(MeasuredValue::variable, MeasuredValue::value, MeasuredValue::status)
                    .containsExactly(tuple("potassium", Double.NaN, MeasurementStatusRecord.CORRECTED));
            assertThat(outcome.dropped()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"final, 2823-3, BOUND", "corrected, 99999-9, BOUND"})
    void withoutACorrectionOrAKnownCodeABoundIsLeftOut(String status, String code, DropReason reason) {
        // when
        MessageOutcome outcome = read(potassium(status, BOUND).replace("2823-3", code));

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(reason);
    }

    @Test
    void theCorrectionOfATestTakesBackNothing() {
        // when
        MessageOutcome outcome = read(potassium("corrected", "\"meta\":{\"tag\":[{\"code\":\"test\"}]}," + BOUND));

        // then
        assertThat(outcome.observations()).isEmpty();
        assertThat(outcome.dropped()).extracting(DroppedElement::reason).containsExactly(DropReason.BOUND);
    }

    @Test
    void aResourceThatIsPutWithoutAUsableValueReplacesWithoutANumber() throws MalformedFhirResource {
        // given
        String put = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                + potassium("final", "\"id\":\"k\"," + BOUND)
                + ",\"request\":{\"method\":\"PUT\",\"url\":\"Observation/k\"}}]}";

        // when
        FhirMessage byAddress = FhirCorpus.READER.replacement(bytes(potassium("final", BOUND)));

        // then
        assertThat(read(put).observations())
                .extracting(MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple(Double.NaN, MeasurementStatusRecord.VALID));
        assertThat(byAddress.outcome().observations())
                .extracting(MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple(Double.NaN, MeasurementStatusRecord.VALID));
    }

    @Test
    void aCorrectedSampleWithAnUnknownUnitTakesBackThatOfItsOwnInstant() {
        // when
        MessageOutcome outcome = read(
                potassium(
                        "corrected",
                        "\"valueSampledData\":{\"origin\":{\"value\":0,\"code\":\"parsec\"},\"period\":60000,\"dimensions\":1,\"data\":\"4 5\"}"));

        // then
        assertThat(outcome.observations())
                .extracting(value -> value.time() + " " + value.value())
                .containsExactly("2026-03-05T08:15:00Z NaN", "2026-03-05T08:16:00Z NaN");
    }

    private static String potassium(String status, String value) {
        return "{\"resourceType\":\"Observation\",\"status\":\"" + status
                + "\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}]},"
                + "\"effectiveDateTime\":\"2026-03-05T08:15:00Z\"," + value + "}";
    }

    private static MessageOutcome read(String text) {
        return FhirCorpus.READER.read(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
