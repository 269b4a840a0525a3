package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.WardStory;

/** Tests that the deadlines of a stay that sends nothing are the same after a restart or a rebalance of the app. */
class RestartClockTopologyTest {
    /** Time from the measurement of a reading to its append by the broker. */
    private static final Duration APPENDED = Duration.ofMillis(7);

    private AlertTopologyDriver alerts = new AlertTopologyDriver(AlarmRuleCatalogue.adultIcu());

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void anAlarmOfAChartedValueThatNobodyAnswersCallsAgainAfterARestart() {
        // given
        raise();
        rounds(Duration.ofMinutes(40));

        // when
        restart(Duration.ofMinutes(40));
        rounds(Duration.ofMinutes(15));

        // then
        assertThat(alerts.ledger())
                .filteredOn(entry -> entry.getState() == AlertStateRecord.CALLED_AGAIN)
                .singleElement()
                .satisfies(again -> assertThat(again.getAt()).isEqualTo(minute(54)));
    }

    @Test
    void aTaskThatMovesTwiceKeepsTheDeadlines() {
        // given
        raise();
        rounds(Duration.ofMinutes(40));

        // when
        restart(Duration.ofMinutes(40));
        rounds(Duration.ofMinutes(5));
        restart(Duration.ofMinutes(45));
        rounds(Duration.ofMinutes(11));

        // then
        assertThat(alerts.ledger()).extracting(Alert::getAt).containsExactly(minute(54), minute(55));
    }

    @Test
    void aShelfEndsAtItsTimeAfterARestart() {
        // given
        Alert raised = raise();
        alerts.ask(shelve(raised, Duration.ofMinutes(60)));

        // when
        restart(Duration.ofMinutes(40));
        rounds(Duration.ofMinutes(19));
        List<Alert> before = alerts.ledger();
        rounds(Duration.ofMinutes(2));

        // then
        assertThat(before).isEmpty();
        assertThat(alerts.ledger()).first().satisfies(entry -> {
            assertThat(entry.getState()).isEqualTo(AlertStateRecord.UNSHELVED);
            assertThat(entry.getAt()).isEqualTo(minute(60));
        });
    }

    @Test
    void afterANightWithoutTheAppEachMissedStepHappensOnceAndTheAlarmCallsOnce() {
        // given
        raise();

        // when
        restart(Duration.ofHours(12));
        alerts.pass(Duration.ofSeconds(5));

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.ESCALATED, AlertStateRecord.ESCALATED, AlertStateRecord.CALLED_AGAIN);

        // when
        rounds(Duration.ofMinutes(1));

        // then
        assertThat(alerts.ledger()).singleElement().satisfies(entry -> {
            assertThat(entry.getState()).isEqualTo(AlertStateRecord.ESCALATED);
            assertThat(entry.getAt()).isEqualTo(minute(12 * 60 + 1).minus(APPENDED));
        });
    }

    @Test
    void anAnswerThatWasGivenWithoutTheAppCountsBeforeTheStepsThatWereDueMeanwhile() {
        // given
        Alert raised = raise();

        // when
        alerts = alerts.restarted(alerts.stored());
        alerts.ask(
                command(raised, CommandTypeRecord.ACKNOWLEDGE).setAt(minute(1)).build());
        alerts.pass(Duration.ofMinutes(40));

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .contains(AlertStateRecord.ACKNOWLEDGED)
                .doesNotContain(AlertStateRecord.ESCALATED, AlertStateRecord.CALLED_AGAIN);
    }

    @Test
    void readingsThatWaitAfterARestartAreProcessedBeforeTheDeadlines() {
        // given
        raise();

        // when
        restartWithWaitingReadings(Duration.ofMinutes(40));
        alerts.pass(Duration.ofSeconds(5));
        List<Alert> waiting = alerts.ledger();
        alerts.readAll().pass(Duration.ofSeconds(5));

        // then
        assertThat(waiting).isEmpty();
        assertThat(alerts.ledger()).hasSize(3);
    }

    @Test
    void readingsThatWaitForMinutesAfterARestartDoNotStopTheDeadlines() {
        // given
        raise();

        // when
        restartWithWaitingReadings(Duration.ofMinutes(40));
        rounds(Duration.ofMinutes(3));

        // then
        assertThat(alerts.ledger()).extracting(Alert::getState).contains(AlertStateRecord.CALLED_AGAIN);
    }

    /** Charts a HIGH alarm at minute 0. */
    private Alert raise() {
        alerts.tell(new WardStory()
                .bed("REA/1", "stay-1")
                .value("nibp_mean", "50")
                .every(1, ChronoUnit.SECONDS)
                .cleanObservations());
        return alerts.ledger().get(0);
    }

    /** Restarts the app. Its first sweep is at a time since minute 0 and repeats the newest output. */
    private void restart(Duration sinceStart) {
        alerts = alerts.restarted(alerts.stored());
        alerts.pass(sinceStart);
        alerts.ledger();
    }

    /** Restarts the app while readings wait that were published after minute 0. */
    private void restartWithWaitingReadings(Duration sinceStart) {
        alerts = alerts.restarted(alerts.stored()).readUpTo(WardStory.START);
        alerts.pass(sinceStart);
    }

    private void rounds(Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 5) {
            alerts.pass(Duration.ofSeconds(5));
        }
    }

    private static Instant minute(int minute) {
        return WardStory.START.plus(Duration.ofMinutes(minute));
    }

    private static AlarmCommandRecord shelve(Alert raised, Duration length) {
        return command(raised, CommandTypeRecord.SHELVE)
                .setExpiresAt(WardStory.START.plus(length))
                .build();
    }

    private static AlarmCommandRecord.Builder command(Alert raised, CommandTypeRecord kind) {
        return AlarmCommandRecord.newBuilder()
                .setCommand("c-1")
                .setStay("stay-1")
                .setAlert(raised.getAlert())
                .setKind(kind)
                .setBy("p-1")
                .setRole("physician")
                .setReason("seen")
                .setAt(WardStory.START);
    }
}
