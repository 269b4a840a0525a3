package org.vigie.replay.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.replay.passport.PassportOutcome.DIFF;
import static org.vigie.replay.passport.PassportOutcome.SAME;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerEntryHash;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriggeringReadingRecord;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests which recorded entries are the same as those that were computed again. */
class AlertPassportTest {
    private final BedStory bed = new WardStory().bed("REA/01", "s1");
    private final AlertPassport passport = new AlertPassport();

    @Test
    void anAlertThatIsComputedWithTheSameFieldsIsTheSame() {
        // given
        knowCauses();
        passport.takeComputed(raised());

        // when
        PassportAnswer answer = passport.verify("a1", List.of(raised()));

        // then
        assertThat(answer.outcome()).as(answer.text()).isEqualTo(SAME);
        assertThat(answer.inputs()).isNotEmpty();
    }

    @Test
    void thePlaceInTheChainIsNotCompared() {
        // given
        knowCauses();
        Alert computed = raised();
        computed.setSequence(99);
        computed.setPreviousHash("another chain");
        passport.takeComputed(sealed(computed));

        // when, then
        assertThat(passport.verify("a1", List.of(raised())).outcome()).isEqualTo(SAME);
    }

    @Test
    void anEntryThatWasChangedWithoutItsHashIsFoundFirst() {
        // given
        knowCauses();
        passport.takeComputed(raised());
        Alert changed = raised();

        // when
        changed.setMessageFr("autre chose");

        // then
        assertThat(reason(passport.verify("a1", List.of(changed)))).startsWith("hash of entry ");
    }

    @Test
    void aCauseThatTheStreamDoesNotHoldIsNamedWithItsPlace() {
        // given: a reading of the same place with another value
        knowCauses(1);
        passport.takeComputed(raised());

        // when, then
        assertThat(reason(passport.verify("a1", List.of(raised()))))
                .startsWith("cause spo2 84.0 of ")
                .endsWith(": no such reading in observations.clean");
    }

    @Test
    void anEntryThatWasSentTwiceCountsOnce() {
        // given
        knowCauses();
        passport.takeComputed(raised());
        passport.takeComputed(raised());

        // when, then
        assertThat(passport.verify("a1", List.of(raised(), raised(), raised())).outcome())
                .isEqualTo(SAME);
    }

    @Test
    void anAlertThatIsNotComputedAgainDiffersInItsNumberOfEntries() {
        // given
        knowCauses();

        // when, then
        assertThat(reason(passport.verify("a1", List.of(raised())))).isEqualTo("entries: recorded 1, computed 0");
    }

    @Test
    void theMessageOfATimersEntryMayDifferAndThatOfARecordMayNot() {
        // given
        knowCauses();
        Alert computed = raised();
        computed.setMessageFr("SpO2 85 %");
        passport.takeComputed(sealed(computed));
        Alert ofTimer = raised();
        ofTimer.setSignalDelayMs(null);
        Alert ofRecord = raised();
        ofRecord.setSignalDelayMs(12L);

        // when, then
        assertThat(passport.verify("a1", List.of(sealed(ofTimer))).outcome()).isEqualTo(SAME);
        assertThat(reason(passport.verify("a1", List.of(sealed(ofRecord)))))
                .startsWith("entry 1 (RAISED) messageFr: recorded ");
    }

    private static String reason(PassportAnswer answer) {
        assertThat(answer.outcome()).isEqualTo(DIFF);
        return answer.reason().orElseThrow();
    }

    private void knowCauses() {
        knowCauses(0);
    }

    /** Takes a record at the place of each cause, whose value is another by so much. */
    private void knowCauses(double other) {
        for (TriggeringReadingRecord cause : raised().getCauses()) {
            CleanObservation clean = bed.at(WardStory.START)
                    .kept(cause.getVariable(), cause.getValue() + other)
                    .clean();
            clean.setOrigin(cause.getOrigin());
            passport.takeInput(clean);
        }
    }

    private Alert raised() {
        Alert alert = bed.alert("a1").raised();
        alert.setSequence(1);
        return sealed(alert);
    }

    private static Alert sealed(Alert alert) {
        alert.setHash(LedgerEntryHash.of(alert));
        return alert;
    }
}
