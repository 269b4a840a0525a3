package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.ObservationIdentifiers;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.DropReason;

class ObservationAmendmentsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final String LAB = "identifier|urn:lab|4711";

    private final ObservationAmendments amendments = new ObservationAmendments(name -> List.of("o-" + name));

    @Test
    void aCorrectionThatMovesTheTimeTakesBackTheOldInstant() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // then
        assertThat(take(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)))
                .extracting(MeasuredValue::time, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(
                        tuple(NOON, 4.1, MeasurementStatusRecord.RETRACTED),
                        tuple(LATER, 4.1, MeasurementStatusRecord.CORRECTED));
    }

    @Test
    void aTimeThatIsMovedTwiceAndBackAgainStandsOnceEachTime() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));
        take(sentValue(LATER, 4.2, MeasurementStatusRecord.CORRECTED));

        // then
        assertThat(take(sentValue(NOON, 4.1, MeasurementStatusRecord.CORRECTED)))
                .extracting(MeasuredValue::time, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(
                        tuple(LATER, 4.2, MeasurementStatusRecord.RETRACTED),
                        tuple(NOON, 4.1, MeasurementStatusRecord.CORRECTED));
    }

    @Test
    void aCorrectionOfTheSameInstantTakesBackNothingElse() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // then
        assertThat(take(sentValue(NOON, 5.1, MeasurementStatusRecord.CORRECTED)))
                .hasSize(1);
    }

    @Test
    void aCorrectionThatIsSentAgainTakesBackNothingMore() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));
        take(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED));

        // then
        assertThat(take(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)))
                .hasSize(1);
    }

    @Test
    void aCorrectionThatTheBrokerDidNotTakeTakesBackTheOldInstantWhenItIsSentAgain() {
        // given
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // when
        amendments.amend("lab", List.of(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)));

        // then
        assertThat(take(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)))
                .hasSize(2);
    }

    @Test
    void whatIsPutMovesTheTimeWhateverItsStatusAndCorrectsTheValueOfItsInstant() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // then
        assertThat(take(put(NOON, 5.1)))
                .extracting(MeasuredValue::status)
                .containsExactly(MeasurementStatusRecord.CORRECTED);
        assertThat(take(put(LATER, 5.1)))
                .extracting(MeasuredValue::time, MeasuredValue::status)
                .containsExactly(
                        tuple(NOON, MeasurementStatusRecord.RETRACTED),
                        tuple(LATER, MeasurementStatusRecord.CORRECTED));
        assertThat(take(put(LATER, 5.1)))
                .extracting(MeasuredValue::status)
                .containsExactly(MeasurementStatusRecord.VALID);
    }

    @Test
    void aValueThatIsPutAfterACorrectionWithoutANumberIsACorrection() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));
        take(put(NOON, Double.NaN));

        // then
        assertThat(take(put(NOON, 4.1)))
                .extracting(MeasuredValue::status)
                .containsExactly(MeasurementStatusRecord.CORRECTED);
    }

    @Test
    void aReplacementWithoutANumberTakesBackTheValueOfItsName() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // then
        assertThat(take(put(NOON, Double.NaN)))
                .extracting(MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple(Double.NaN, MeasurementStatusRecord.CORRECTED));
    }

    @Test
    void aReplacementWithoutANumberOfNothingIsLeftOutEachTime() {
        // given
        MeasuredValue unsaid = put(NOON, Double.NaN);

        // then
        for (int delivery = 0; delivery < 2; delivery++) {
            ObservationAmendments.AmendedValues amended = amendments.amend("lab", List.of(unsaid));
            amendments.remember(amended.named());
            assertThat(amended.measured()).isEmpty();
            assertThat(amended.dropped()).extracting(DroppedElement::reason).containsExactly(DropReason.NO_RESULT);
        }
    }

    @Test
    void aReplacementWithoutANumberAtAnotherInstantTakesBackOnlyTheValueOfItsName() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // then
        assertThat(take(put(LATER, Double.NaN)))
                .extracting(MeasuredValue::time, MeasuredValue::status)
                .containsExactly(tuple(NOON, MeasurementStatusRecord.RETRACTED));
    }

    @Test
    void aRetractionUnderAnIdentifierRetractsTheValueWhateverInstantItGives() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // then
        assertThat(take(sentValue(LATER, Double.NaN, MeasurementStatusRecord.RETRACTED)))
                .extracting(MeasuredValue::time, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple(NOON, 4.1, MeasurementStatusRecord.RETRACTED));
        assertThat(take(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)))
                .hasSize(1);
    }

    @Test
    void aNameOfTwoInstantsWithoutACorrectionIsNone() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));
        take(sentValue(LATER, 4.2, MeasurementStatusRecord.VALID));

        // then
        assertThat(take(sentValue(LATER.plusSeconds(1), 4.3, MeasurementStatusRecord.CORRECTED)))
                .hasSize(1);
    }

    @Test
    void theSameNameFromAnotherSenderOrOfAnotherVariableIsAnother() {
        // when
        take(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID));

        // then
        assertThat(amendments
                        .amend("other", List.of(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)))
                        .measured())
                .hasSize(1);
        assertThat(take(of("sodium", NOON, 140, MeasurementStatusRecord.CORRECTED, false)))
                .hasSize(1);
    }

    @Test
    void oneMessageMayHoldBothVersions() {
        assertThat(take(
                        sentValue(NOON, 4.1, MeasurementStatusRecord.VALID),
                        sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)))
                .extracting(MeasuredValue::time, MeasuredValue::status)
                .containsExactly(
                        tuple(NOON, MeasurementStatusRecord.VALID),
                        tuple(NOON, MeasurementStatusRecord.RETRACTED),
                        tuple(LATER, MeasurementStatusRecord.CORRECTED));
    }

    @Test
    void anObservationNamedUnderAnOlderKeyIsFound() {
        // given
        var old = new ObservationAmendments(name -> List.of("old-" + name));
        ObservationAmendments.AmendedValues amended =
                old.amend("lab", List.of(sentValue(NOON, 4.1, MeasurementStatusRecord.VALID)));
        var renewed = new ObservationAmendments(name -> List.of("new-" + name, "old-" + name));

        // when
        renewed.remember(amended.named());

        // then
        assertThat(renewed.amend("lab", List.of(sentValue(LATER, 4.1, MeasurementStatusRecord.CORRECTED)))
                        .measured())
                .hasSize(2);
    }

    private List<MeasuredValue> take(MeasuredValue... measured) {
        ObservationAmendments.AmendedValues amended = amendments.amend("lab", Arrays.asList(measured));
        amendments.remember(amended.named());
        return amended.measured();
    }

    private static MeasuredValue sentValue(Instant time, double value, MeasurementStatusRecord status) {
        return of("potassium", time, value, status, false);
    }

    private static MeasuredValue put(Instant time, double value) {
        return of("potassium", time, value, MeasurementStatusRecord.VALID, true);
    }

    private static MeasuredValue of(
            String variable, Instant time, double value, MeasurementStatusRecord status, boolean put) {
        return new MeasuredValue("REA/01", "p", "", time, variable, value, "mmol/L", status, ValueRange.UNBOUNDED)
                .withIdentifiers(new ObservationIdentifiers(List.of(LAB), put));
    }
}
