package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Statement;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.Range;

class StatementsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final String LAB = "identifier|urn:lab|4711";

    private final Statements statements = new Statements(name -> List.of("o-" + name));

    @Test
    void aCorrectionThatMovesTheTimeTakesBackTheOldInstant() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(take(said(LATER, 4.1, ReadingStatus.CORRECTED)))
                .extracting(Measured::time, Measured::value, Measured::status)
                .containsExactly(tuple(NOON, 4.1, ReadingStatus.RETRACTED), tuple(LATER, 4.1, ReadingStatus.CORRECTED));
    }

    @Test
    void aTimeThatIsMovedTwiceAndBackAgainStandsOnceEachTime() {
        take(said(NOON, 4.1, ReadingStatus.VALID));
        take(said(LATER, 4.2, ReadingStatus.CORRECTED));

        assertThat(take(said(NOON, 4.1, ReadingStatus.CORRECTED)))
                .extracting(Measured::time, Measured::value, Measured::status)
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

        statements.amend("lab", List.of(said(LATER, 4.1, ReadingStatus.CORRECTED)));

        assertThat(take(said(LATER, 4.1, ReadingStatus.CORRECTED))).hasSize(2);
    }

    @Test
    void whatIsPutMovesTheTimeWhateverItsStatusAndCorrectsTheValueOfItsInstant() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(take(put(NOON, 5.1))).extracting(Measured::status).containsExactly(ReadingStatus.CORRECTED);
        assertThat(take(put(LATER, 5.1)))
                .extracting(Measured::time, Measured::status)
                .containsExactly(tuple(NOON, ReadingStatus.RETRACTED), tuple(LATER, ReadingStatus.CORRECTED));
        assertThat(take(put(LATER, 5.1))).extracting(Measured::status).containsExactly(ReadingStatus.VALID);
    }

    @Test
    void aRetractionUnderItsNameTakesBackWhatWasSaidWhateverInstantItGives() {
        take(said(NOON, 4.1, ReadingStatus.VALID));

        assertThat(take(said(LATER, Double.NaN, ReadingStatus.RETRACTED)))
                .extracting(Measured::time, Measured::value, Measured::status)
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

        assertThat(statements
                        .amend("other", List.of(said(LATER, 4.1, ReadingStatus.CORRECTED)))
                        .measured())
                .hasSize(1);
        assertThat(take(of("sodium", NOON, 140, ReadingStatus.CORRECTED, false)))
                .hasSize(1);
    }

    @Test
    void oneMessageMayHoldBothVersions() {
        assertThat(take(said(NOON, 4.1, ReadingStatus.VALID), said(LATER, 4.1, ReadingStatus.CORRECTED)))
                .extracting(Measured::time, Measured::status)
                .containsExactly(
                        tuple(NOON, ReadingStatus.VALID),
                        tuple(NOON, ReadingStatus.RETRACTED),
                        tuple(LATER, ReadingStatus.CORRECTED));
    }

    @Test
    void whatWasSaidUnderAnOlderKeyIsFound() {
        var old = new Statements(name -> List.of("old-" + name));
        Statements.Amended amended = old.amend("lab", List.of(said(NOON, 4.1, ReadingStatus.VALID)));
        var renewed = new Statements(name -> List.of("new-" + name, "old-" + name));
        renewed.remember(amended.named());

        assertThat(renewed.amend("lab", List.of(said(LATER, 4.1, ReadingStatus.CORRECTED)))
                        .measured())
                .hasSize(2);
    }

    private List<Measured> take(Measured... measured) {
        Statements.Amended amended = statements.amend("lab", Arrays.asList(measured));
        statements.remember(amended.named());
        return amended.measured();
    }

    private static Measured said(Instant time, double value, ReadingStatus status) {
        return of("potassium", time, value, status, false);
    }

    private static Measured put(Instant time, double value) {
        return of("potassium", time, value, ReadingStatus.VALID, true);
    }

    private static Measured of(String variable, Instant time, double value, ReadingStatus status, boolean put) {
        return new Measured("REA/01", "p", "", time, variable, value, "mmol/L", status, Range.UNBOUNDED)
                .said(new Statement(List.of(LAB), put));
    }
}
