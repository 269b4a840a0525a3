package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.bench.ward.LedgerEntries.DAY;
import static org.vigie.bench.ward.LedgerEntries.entry;
import static org.vigie.bench.ward.LedgerEntries.ofIncident;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.CommandTypeRecord;

/** Tests the nurse who answers the calls of the simulated ward. */
class SimulatedNurseTest {
    private final SimulatedNurse nurse = new SimulatedNurse(Duration.ofMinutes(2));

    @Test
    void aCallIsAcknowledgedAfterTheResponseTimeAndNotBefore() {
        // given
        nurse.read(ofIncident(entry("a", AlertStateRecord.RAISED, 10), CallReasonRecord.OPENED));

        // when
        List<AlarmCommandRecord> before = nurse.answersUntil(DAY.plusSeconds(129));
        List<AlarmCommandRecord> then = nurse.answersUntil(DAY.plusSeconds(130));

        // then
        assertThat(before).isEmpty();
        assertThat(then)
                .extracting(AlarmCommandRecord::getKind)
                .containsExactly(CommandTypeRecord.ACKNOWLEDGE_INCIDENT);
        assertThat(then).extracting(AlarmCommandRecord::getAlert).containsExactly("a");
    }

    @Test
    void twoCallsBeforeTheNurseArrivesHaveOneAnswer() {
        // given
        nurse.read(ofIncident(entry("a", AlertStateRecord.RAISED, 10), CallReasonRecord.OPENED));
        nurse.read(ofIncident(entry("b", AlertStateRecord.RAISED, 60), CallReasonRecord.MORE_URGENT));

        // when, then
        assertThat(nurse.answersUntil(DAY.plusSeconds(600))).hasSize(1);
        assertThat(nurse.answersUntil(DAY.plusSeconds(900))).isEmpty();
    }

    @Test
    void aLatchedAlarmIsResetToo() {
        // given
        nurse.read(ofIncident(entry("a", AlertStateRecord.RAISED, 10), CallReasonRecord.OPENED));
        nurse.read(ofIncident(entry("a", AlertStateRecord.LATCHED, 40), null));

        // when, then
        assertThat(nurse.answersUntil(DAY.plusSeconds(130)))
                .extracting(AlarmCommandRecord::getKind)
                .containsExactly(CommandTypeRecord.ACKNOWLEDGE_INCIDENT, CommandTypeRecord.LATCH_RESET);
    }

    @Test
    void anAlarmThatEndedNeedsNoAnswer() {
        // given
        nurse.read(ofIncident(entry("a", AlertStateRecord.RAISED, 10), CallReasonRecord.OPENED));
        nurse.read(ofIncident(entry("a", AlertStateRecord.CLEARED, 40), null));

        // when, then
        assertThat(nurse.answersUntil(DAY.plusSeconds(130))).isEmpty();
    }

    @Test
    void withoutAResponseTimeNobodyAnswers() {
        // given
        var nobody = new SimulatedNurse(Duration.ZERO);
        nobody.read(ofIncident(entry("a", AlertStateRecord.RAISED, 10), CallReasonRecord.OPENED));

        // when, then
        assertThat(nobody.answersUntil(DAY.plusSeconds(86_400))).isEmpty();
    }
}
