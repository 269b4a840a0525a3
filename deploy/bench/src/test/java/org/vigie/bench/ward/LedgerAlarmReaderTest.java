package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.bench.ward.LedgerEntries.entry;
import static org.vigie.bench.ward.LedgerEntries.ofIncident;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;

/** Tests which entries of the ledger reach a nurse. */
class LedgerAlarmReaderTest {
    private final LedgerAlarmReader reader = new LedgerAlarmReader(false);

    @Test
    void anAlarmThatReturnsWithinTwoMinutesOfItsEndChatters() {
        // when
        reader.read(entry("a", AlertStateRecord.RAISED, 10));
        reader.read(entry("a", AlertStateRecord.CLEARED, 40));
        reader.read(entry("b", AlertStateRecord.RAISED, 160));
        reader.read(entry("b", AlertStateRecord.CLEARED, 200));
        reader.read(entry("c", AlertStateRecord.RAISED, 321));

        // then
        assertThat(reader.calls()).extracting(BenchAlarm::again).containsExactly(false, true, false);
    }

    @Test
    void anAlarmOfAnotherRuleDoesNotChatter() {
        // when
        reader.read(entry("a", AlertStateRecord.RAISED, 10));
        reader.read(entry("a", AlertStateRecord.CLEARED, 40));
        reader.read(Alert.newBuilder(entry("b", AlertStateRecord.RAISED, 50))
                .setRule("hr_high")
                .build());

        // then
        assertThat(reader.calls()).extracting(BenchAlarm::again).containsOnly(false);
    }

    @Test
    void anIncidentIsOneCallUntilItsScoreCallsAgainAndEachOfItsAlarmsIsRaised() {
        // given
        Alert first = entry("a", AlertStateRecord.RAISED, 10);
        Alert second = entry("b", AlertStateRecord.RAISED, 20);
        second.setRule("hr_high");
        Alert again = entry("a", AlertStateRecord.CALLED_AGAIN, 400);
        Alert score = entry("a", AlertStateRecord.CALLED_AGAIN, 500);

        // when
        reader.read(ofIncident(first, CallReasonRecord.OPENED));
        reader.read(ofIncident(second, null));
        reader.read(ofIncident(again, CallReasonRecord.STILL_TRUE));
        reader.read(ofIncident(score, CallReasonRecord.SCORE_BAND));

        // then
        assertThat(reader.alarms()).extracting(BenchAlarm::rule).containsExactly("spo2_low", "hr_high");
        assertThat(reader.calls()).extracting(BenchAlarm::rule).containsExactly("spo2_low", "spo2_low");
        assertThat(reader.calls()).extracting(BenchAlarm::high).containsOnly(true);
    }

    @Test
    void aRenewedCallCountsInAWardWhereSomebodyAnswers() {
        // given
        var answered = new LedgerAlarmReader(true);

        // when
        answered.read(ofIncident(entry("a", AlertStateRecord.RAISED, 10), CallReasonRecord.OPENED));
        answered.read(ofIncident(entry("a", AlertStateRecord.CALLED_AGAIN, 400), CallReasonRecord.STILL_TRUE));

        // then
        assertThat(answered.calls()).extracting(BenchAlarm::reason).containsExactly("OPENED", "STILL_TRUE");
    }
}
