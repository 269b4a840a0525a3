package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.HIGH;
import static org.vigie.signal.alarm.AlarmPriority.LOW;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.event.AlarmEventKind;

/** Tests the transitions of an open alarm by commands and deadlines. */
class AlarmLifecycleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AlarmLifecycleStory story = new AlarmLifecycleStory();

    @Test
    void anAlarmThatNobodyAcknowledgesIsEscalatedStepByStepAtItsTimes() {
        // when
        story.at(0).raised("spo2_low", HIGH).at(400);

        // then
        assertThat(story.told())
                .containsExactly("0 RAISED spo2_low", "60 ESCALATED spo2_low", "180 ESCALATED spo2_low");
        assertThat(open(story).handling().escalation().role()).isEqualTo("physician");
        assertThat(open(story).handling().escalation().steps()).isEqualTo(2);
    }

    @Test
    void acknowledgingStopsTheChainAndSaysWhoAndWhen() {
        // when
        story.at(0)
                .raised("spo2_low", HIGH)
                .at(30)
                .order(CommandType.ACKNOWLEDGE, "spo2_low")
                .at(329);

        // then
        assertThat(story.told()).containsExactly("0 RAISED spo2_low", "30 ACKNOWLEDGED spo2_low");
        assertThat(story.last().event().causingCommand().orElseThrow().by()).isEqualTo("n-1");
        assertThat(open(story).handling().acknowledgement().orElseThrow().at())
                .isEqualTo(AlarmLifecycleStory.START.plusSeconds(30));
    }

    @Test
    void acknowledgingSilencesOnlyWhatIsActiveNowAndOneChainGoesOn() {
        // given
        story.at(0).raised("spo2_low", MEDIUM).order(CommandType.ACKNOWLEDGE, "spo2_low");

        // when
        story.at(10)
                .goesOn("spo2_low", AlarmEventKind.UPGRADED, HIGH)
                .raised("hr_high", HIGH)
                .at(75);

        // then
        assertThat(story.told())
                .containsExactly(
                        "0 RAISED spo2_low",
                        "0 ACKNOWLEDGED spo2_low",
                        "10 UPGRADED spo2_low",
                        "10 RAISED hr_high",
                        "70 ESCALATED spo2_low");
    }

    @Test
    void aPausedSoundComesBackByItselfAtItsTimeHoweverLateThatIsNoticed() {
        // when
        story.at(0)
                .raised("hr_high", LOW)
                .at(5)
                .order(CommandType.PAUSE_AUDIO, "hr_high", MINUTE)
                .at(3600);

        // then
        assertThat(story.told())
                .containsExactly("0 RAISED hr_high", "5 AUDIO_PAUSED hr_high", "65 AUDIO_RESUMED hr_high");
    }

    @Test
    void aPauseLongerThanTheUnitAllowsIsRefused() {
        // when
        story.at(0)
                .raised("hr_high", LOW)
                .order(CommandType.PAUSE_AUDIO, "hr_high", AlarmLifecycleStory.PAUSE.plusSeconds(1));
        story.order(CommandType.PAUSE_AUDIO, "hr_high");

        // then
        assertThat(story.told())
                .containsExactly("0 RAISED hr_high", "0 COMMAND_REFUSED TOO_LONG", "0 COMMAND_REFUSED BAD_ARGUMENT");
    }

    @Test
    void whatGrowsWorseSoundsThoughItWasPaused() {
        // given
        story.at(0).raised("spo2_low", MEDIUM).order(CommandType.PAUSE_AUDIO, "spo2_low", MINUTE);

        // when
        story.at(10).goesOn("spo2_low", AlarmEventKind.UPGRADED, HIGH);

        // then
        assertThat(story.told())
                .containsExactly(
                        "0 RAISED spo2_low",
                        "0 AUDIO_PAUSED spo2_low",
                        "10 AUDIO_RESUMED spo2_low",
                        "10 UPGRADED spo2_low");
    }

    @Test
    void aShelvedRuleCallsNobodyUntilItsTimeAndThenItsChainBeginsAnew() {
        // given
        story.at(0).raised("hr_high", MEDIUM).order(CommandType.SHELVE, "hr_high", Duration.ofMinutes(10));
        story.at(60).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.at(500).raised("hr_high", MEDIUM).at(1200);

        // then
        assertThat(story.told())
                .containsExactly(
                        "0 RAISED hr_high",
                        "0 SHELVED hr_high",
                        "60 CLEARED hr_high",
                        "500 RAISED hr_high",
                        "600 UNSHELVED hr_high",
                        "900 ESCALATED hr_high");
    }

    @Test
    void aShelvingIsEndedAlsoAfterItsAlarmIsOver() {
        // given
        story.at(0).raised("hr_high", MEDIUM).order(CommandType.SHELVE, "hr_high", Duration.ofMinutes(10));
        story.at(60).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.at(120).order(CommandType.UNSHELVE, "hr_high").order(CommandType.UNSHELVE, "hr_high");

        // then
        assertThat(story.told())
                .containsExactly(
                        "0 RAISED hr_high",
                        "0 SHELVED hr_high",
                        "60 CLEARED hr_high",
                        "120 UNSHELVED hr_high",
                        "120 COMMAND_REFUSED ALERT_OVER");
    }

    @Test
    void aWorseAlarmThanTheShelvedOneBreaksTheShelf() {
        // given
        story.at(0).raised("hr_high", MEDIUM).order(CommandType.SHELVE, "hr_high", Duration.ofMinutes(10));

        // when
        story.at(60).goesOn("hr_high", AlarmEventKind.UPGRADED, HIGH);

        // then
        assertThat(story.told()).containsSubsequence("60 UNSHELVED hr_high", "60 UPGRADED hr_high");
    }

    @Test
    void aLatchedAlarmStaysUntilItIsReset() {
        // given
        AlarmLifecycleStory latching = new AlarmLifecycleStory(Set.of(HIGH));

        // when
        latching.at(0).raised("spo2_low", HIGH).at(20).goesOn("spo2_low", AlarmEventKind.CLEARED, HIGH);

        // then
        assertThat(open(latching).handling().latched()).isTrue();
        assertThat(latching.last().event().text().fr()).startsWith("fr : condition terminée");

        // when
        latching.at(30).order(CommandType.LATCH_RESET, "spo2_low");

        // then
        assertThat(latching.told()).containsExactly("0 RAISED spo2_low", "20 LATCHED spo2_low", "30 CLEARED spo2_low");
    }

    @Test
    void aNewEpisodeOfALatchedRuleIsANewAlarm() {
        // given
        AlarmLifecycleStory latching = new AlarmLifecycleStory(Set.of(HIGH));
        latching.at(0).raised("spo2_low", HIGH).at(20).goesOn("spo2_low", AlarmEventKind.CLEARED, HIGH);

        // when
        latching.at(30).raised("spo2_low", HIGH);

        // then
        assertThat(latching.told()).endsWith("30 CLEARED spo2_low", "30 RAISED spo2_low");
        assertThat(latching.alarms().open()).hasSize(1);
    }

    @Test
    void anAcknowledgedAlarmIsNotLatched() {
        // given
        AlarmLifecycleStory latching = new AlarmLifecycleStory(Set.of(HIGH));
        latching.at(0).raised("spo2_low", HIGH).order(CommandType.ACKNOWLEDGE, "spo2_low");

        // when
        latching.at(20).goesOn("spo2_low", AlarmEventKind.CLEARED, HIGH);

        // then
        assertThat(latching.told()).endsWith("20 CLEARED spo2_low");
    }

    @Test
    void aLatchingAlarmKeepsItsPriorityUntilSomebodyAcknowledges() {
        // given an urgent episode that eases before it ends
        AlarmLifecycleStory latching = new AlarmLifecycleStory(Set.of(HIGH));
        latching.at(0).raised("hr_low", HIGH);

        // when
        latching.at(20).goesOn("hr_low", AlarmEventKind.DOWNGRADED, MEDIUM);
        latching.at(40).goesOn("hr_low", AlarmEventKind.CLEARED, MEDIUM);

        // then the nurse still sees that it was urgent
        assertThat(latching.told()).containsExactly("0 RAISED hr_low", "40 LATCHED hr_low");
        assertThat(open(latching).alarm().priority()).isEqualTo(HIGH);
    }

    @Test
    void whatCannotBeObeyedIsRefusedWithItsReason() {
        // given
        story.at(0).raised("hr_high", MEDIUM);
        long version = story.last().sequence();

        // when
        story.order(CommandType.ACKNOWLEDGE, "no-such-alarm")
                .order(CommandType.LATCH_RESET, "hr_high")
                .order(CommandType.RESUME_AUDIO, "hr_high")
                .order(CommandType.SET_LIMIT, "")
                .order(CommandType.FEEDBACK, "hr_high", "nurse", Duration.ZERO, Map.of("verdict", "PRETTY"))
                .order(CommandType.UNKNOWN, "hr_high");
        story.at(5).goesOn("hr_high", AlarmEventKind.UPGRADED, HIGH);
        story.order(story.asked("late", alert(), CommandType.ACKNOWLEDGE, "nurse", Duration.ZERO, version, Map.of()));
        String over = alert();
        story.at(9).goesOn("hr_high", AlarmEventKind.CLEARED, HIGH);
        story.order(story.asked("later", over, CommandType.ACKNOWLEDGE, "nurse", Duration.ZERO, -1, Map.of()));

        // then
        assertThat(story.told().stream().filter(told -> told.contains("REFUSED")))
                .containsExactly(
                        "0 COMMAND_REFUSED UNKNOWN_ALERT",
                        "0 COMMAND_REFUSED NOT_LATCHED",
                        "0 COMMAND_REFUSED ALREADY_DONE",
                        "0 COMMAND_REFUSED NO_RIGHT",
                        "0 COMMAND_REFUSED BAD_ARGUMENT",
                        "0 COMMAND_REFUSED UNKNOWN_KIND",
                        "5 COMMAND_REFUSED STALE_VERSION",
                        "9 COMMAND_REFUSED ALERT_OVER");
    }

    private static OpenAlarm open(AlarmLifecycleStory story) {
        return story.last().stateAfter().openAlarm().orElseThrow();
    }

    private String alert() {
        return story.alarms().of("hr_high").orElseThrow().id().digest();
    }

    @Test
    void aCommandThatComesTwiceIsObeyedOnce() {
        // given
        story.at(0).raised("hr_high", MEDIUM);
        AlarmCommand command =
                story.asked("same", alert(), CommandType.ACKNOWLEDGE, "nurse", Duration.ZERO, -1, Map.of());

        // when
        story.order(command).order(command);

        // then
        assertThat(story.told()).containsExactly("0 RAISED hr_high", "0 ACKNOWLEDGED hr_high");
    }

    @Test
    void aPauseThatComesAfterItsOwnEndIsRefused() {
        // given
        story.at(0).raised("hr_high", MEDIUM);
        AlarmCommand command = story.asked("slow", alert(), CommandType.PAUSE_AUDIO, "nurse", MINUTE, -1, Map.of());

        // when
        story.at(120).order(command);

        // then
        assertThat(story.told()).endsWith("120 COMMAND_REFUSED EXPIRED");
    }

    @Test
    void aStayThatNobodyEverHeardOfIsUnknown() {
        // given
        StayAlarms stayAlarms = new StayAlarms("nobody");
        AlarmCommand command = story.asked("o", "a", CommandType.ACKNOWLEDGE, "nurse", Duration.ZERO, -1, Map.of());

        // when
        var entries = new AlarmLifecycle(stayAlarms, AlarmLifecycleStory.policy(Set.of()), "t")
                .execute(command, AlarmLifecycleStory.START, limit -> true);

        // then
        assertThat(entries.get(0).event().refusalReason()).contains(AlarmCommandRefusal.UNKNOWN_STAY);
    }
}
