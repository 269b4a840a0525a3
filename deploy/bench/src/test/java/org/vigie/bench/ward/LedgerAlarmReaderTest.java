package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.IncidentRecord;

/** Tests which entries of the ledger reach a nurse. */
class LedgerAlarmReaderTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

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

    private static Alert ofIncident(Alert entry, CallReasonRecord call) {
        entry.setIncident(IncidentRecord.newBuilder()
                .setIncident("i")
                .setOnset(DAY)
                .setPriority(AlarmPriorityRecord.HIGH)
                .setCalls(1)
                .setNewCall(call)
                .setMessageFr("")
                .setMessageEn("")
                .build());
        return entry;
    }

    private static Alert entry(String alert, AlertStateRecord state, int second) {
        Instant at = DAY.plusSeconds(second);
        return Alert.newBuilder()
                .setAlert(alert)
                .setStay("s")
                .setBed("U/1")
                .setRule("spo2_low")
                .setRuleVersion("v")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(AlarmPriorityRecord.MEDIUM)
                .setState(state)
                .setOnset(at)
                .setRaisedAt(at)
                .setMessageFr("")
                .setMessageEn("")
                .setConditionDelayMs(0)
                .setCausePublishedAt(at)
                .setCauses(List.of())
                .setAt(at)
                .build();
    }
}
