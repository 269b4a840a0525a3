package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.ObservationIdentifiers;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.ValueRange;

class ObservationAmendmentsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final String LAB = "identifier|urn:lab|4711";

    private final ObservationAmendments amendments = new ObservationAmendments(name -> List.of("o-" + name));

    @Test
    void aCorrectionThatMovesTheTimeTakesBackTheOldInstant() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(take(said(LATER, 4.1, ReadingStatus.CORRECTED)))
                .extracting(MeasuredValue::time, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple(NOON, 4.1, ReadingStatus.RETRACTED), tuple(LATER, 4.1, ReadingStatus.CORRECTED));
    }

    @Test
    void aTimeThatIsMovedTwiceAndBackAgainStandsOnceEachTime() {
        take(said(NOON, 4.1, ReadingStatus.VALID));
        take(said(LATER, 4.2, ReadingStatus.CORRECTED));

        assertThat(take(said(NOON, 4.1, ReadingStatus.CORRECTED)))
                .extracting(MeasuredValue::time, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple(LATER, 4.2, ReadingStatus.RETRACTED), tuple(NOON, 4.1, ReadingStatus.CORRECTED));
    }

    @Test
    void aCorrectionOfTheSameInstantTakesBackNothingElse() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(take(said(NOON, 5.1, ReadingStatus.CORRECTED))).hasSize(1);
    }

    @Test
    void aCorrectionThatIsSentAgainTakesBackNothingMore() {
        take(said(NOON, 4.1, ReadingStatus.VALID));
        take(said(LATER, 4.1, ReadingStatus.CORRECTED));

        assertThat(take(said(LATER, 4.1, ReadingStatus.CORRECTED))).hasSize(1);
    }

    @Test
    void aCorrectionThatTheBrokerDidNotTakeTakesBackTheOldInstantWhenItIsSentAgain() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        amendments.amend("lab", List.of(said(LATER, 4.1, ReadingStatus.CORRECTED)));

        assertThat(take(said(LATER, 4.1, ReadingStatus.CORRECTED))).hasSize(2);
    }

    @Test
    void whatIsPutMovesTheTimeWhateverItsStatusAndCorrectsTheValueOfItsInstant() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(take(put(NOON, 5.1))).extracting(MeasuredValue::status).containsExactly(ReadingStatus.CORRECTED);
        assertThat(take(put(LATER, 5.1)))
                .extracting(MeasuredValue::time, MeasuredValue::status)
                .containsExactly(tuple(NOON, ReadingStatus.RETRACTED), tuple(LATER, ReadingStatus.CORRECTED));
        assertThat(take(put(LATER, 5.1))).extracting(MeasuredValue::status).containsExactly(ReadingStatus.VALID);
    }

    @Test
    void aRetractionUnderItsNameTakesBackWhatWasSaidWhateverInstantItGives() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(take(said(LATER, Double.NaN, ReadingStatus.RETRACTED)))
                .extracting(MeasuredValue::time, MeasuredValue::value, MeasuredValue::status)
                .containsExactly(tuple(NOON, 4.1, ReadingStatus.RETRACTED));
        assertThat(take(said(LATER, 4.1, ReadingStatus.CORRECTED))).hasSize(1);
    }

    @Test
    void aNameOfTwoInstantsWithoutACorrectionIsNone() {
        take(said(NOON, 4.1, ReadingStatus.VALID));
        take(said(LATER, 4.2, ReadingStatus.VALID));

        assertThat(take(said(LATER.plusSeconds(1), 4.3, ReadingStatus.CORRECTED)))
                .hasSize(1);
    }

    @Test
    void theSameNameFromAnotherSenderOrOfAnotherVariableIsAnother() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(amendments
                        .amend("other", List.of(said(LATER, 4.1, ReadingStatus.CORRECTED)))
                        .measured())
                .hasSize(1);
        assertThat(take(of("sodium", NOON, 140, ReadingStatus.CORRECTED, false)))
                .hasSize(1);
    }

    @Test
    void oneMessageMayHoldBothVersions() {
        assertThat(take(said(NOON, 4.1, ReadingStatus.VALID), said(LATER, 4.1, ReadingStatus.CORRECTED)))
                .extracting(MeasuredValue::time, MeasuredValue::status)
                .containsExactly(
                        tuple(NOON, ReadingStatus.VALID),
                        tuple(NOON, ReadingStatus.RETRACTED),
                        tuple(LATER, ReadingStatus.CORRECTED));
    }

    @Test
    void whatWasSaidUnderAnOlderKeyIsFound() {
        var old = new ObservationAmendments(name -> List.of("old-" + name));
        ObservationAmendments.AmendedValues amended = old.amend("lab", List.of(said(NOON, 4.1, ReadingStatus.VALID)));
        var renewed = new ObservationAmendments(name -> List.of("new-" + name, "old-" + name));
        renewed.remember(amended.named());

        assertThat(renewed.amend("lab", List.of(said(LATER, 4.1, ReadingStatus.CORRECTED)))
                        .measured())
                .hasSize(2);
    }

    private List<MeasuredValue> take(MeasuredValue... measured) {
        ObservationAmendments.AmendedValues amended = amendments.amend("lab", Arrays.asList(measured));
        amendments.remember(amended.named());
        return amended.measured();
    }

    private static MeasuredValue said(Instant time, double value, ReadingStatus status) {
        return of("potassium", time, value, status, false);
    }

    private static MeasuredValue put(Instant time, double value) {
        return of("potassium", time, value, ReadingStatus.VALID, true);
    }

    private static MeasuredValue of(String variable, Instant time, double value, ReadingStatus status, boolean put) {
        return new MeasuredValue("REA/01", "p", "", time, variable, value, "mmol/L", status, ValueRange.UNBOUNDED)
                .withIdentifiers(new ObservationIdentifiers(List.of(LAB), put));
    }
}
