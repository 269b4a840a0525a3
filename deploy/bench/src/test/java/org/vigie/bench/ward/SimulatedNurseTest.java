package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.IncidentRecord;

/** Tests the nurse who answers the calls of the simulated ward. */
class SimulatedNurseTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private final SimulatedNurse nurse = new SimulatedNurse(Duration.ofMinutes(2));

    @Test
    void aCallIsAcknowledgedAfterTheResponseTimeAndNotBefore() {
        nurse.read(entry("a", AlertStateRecord.RAISED, 10, CallReasonRecord.OPENED));

        List<AlarmCommandRecord> before = nurse.answersUntil(DAY.plusSeconds(129));
        List<AlarmCommandRecord> then = nurse.answersUntil(DAY.plusSeconds(130));

        assertThat(before).isEmpty();
        assertThat(then)
                .extracting(AlarmCommandRecord::getKind)
                .containsExactly(CommandTypeRecord.ACKNOWLEDGE_INCIDENT);
        assertThat(then).extracting(AlarmCommandRecord::getAlert).containsExactly("a");
    }

    @Test
    void twoCallsBeforeTheNurseArrivesHaveOneAnswer() {
        nurse.read(entry("a", AlertStateRecord.RAISED, 10, CallReasonRecord.OPENED));
        nurse.read(entry("b", AlertStateRecord.RAISED, 60, CallReasonRecord.MORE_URGENT));

        assertThat(nurse.answersUntil(DAY.plusSeconds(600))).hasSize(1);
        assertThat(nurse.answersUntil(DAY.plusSeconds(900))).isEmpty();
    }

    @Test
    void aLatchedAlarmIsResetToo() {
        nurse.read(entry("a", AlertStateRecord.RAISED, 10, CallReasonRecord.OPENED));
        nurse.read(entry("a", AlertStateRecord.LATCHED, 40, null));

        assertThat(nurse.answersUntil(DAY.plusSeconds(130)))
                .extracting(AlarmCommandRecord::getKind)
                .containsExactly(CommandTypeRecord.ACKNOWLEDGE_INCIDENT, CommandTypeRecord.LATCH_RESET);
    }

    @Test
    void anAlarmThatEndedNeedsNoAnswer() {
        nurse.read(entry("a", AlertStateRecord.RAISED, 10, CallReasonRecord.OPENED));
        nurse.read(entry("a", AlertStateRecord.CLEARED, 40, null));

        assertThat(nurse.answersUntil(DAY.plusSeconds(130))).isEmpty();
    }

    @Test
    void withoutAResponseTimeNobodyAnswers() {
        var nobody = new SimulatedNurse(Duration.ZERO);
        nobody.read(entry("a", AlertStateRecord.RAISED, 10, CallReasonRecord.OPENED));

        assertThat(nobody.answersUntil(DAY.plusSeconds(86_400))).isEmpty();
    }

    private static Alert entry(String alert, AlertStateRecord state, int second, CallReasonRecord call) {
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
                .setIncident(IncidentRecord.newBuilder()
                        .setIncident("i")
                        .setOnset(DAY)
                        .setPriority(AlarmPriorityRecord.HIGH)
                        .setCalls(1)
                        .setNewCall(call)
                        .setMessageFr("")
                        .setMessageEn("")
                        .build())
                .build();
    }
}
