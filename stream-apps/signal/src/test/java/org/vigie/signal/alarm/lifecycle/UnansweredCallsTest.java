package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.HIGH;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.event.AlarmEventKind;

/** Tests that a HIGH alarm without an answer calls again although nobody measured again, and that the call says so. */
class UnansweredCallsTest {
    private final AlarmLifecycleStory story = new AlarmLifecycleStory(IncidentLifecycleTest.policy());

    @Test
    void anUrgentAlarmOfAChartThatNobodyAnswersCallsAgainAfterEachChain() {
        // given: the last step of a chain comes after 180 s, the next call 900 s later
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(0);

        // when
        story.at(2_200);

        // then
        assertThat(story.calls())
                .containsExactly("0 OPENED HIGH", "1080 NOT_MEASURED_AGAIN HIGH", "2160 NOT_MEASURED_AGAIN HIGH");
        assertThat(story.told()).contains("1140 ESCALATED cuff_map_low", "1260 ESCALATED cuff_map_low");
    }

    @Test
    void theCallDoesNotSayThatTheAlarmIsStillTrue() {
        // given
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(0);

        // when
        story.at(1_080);

        // then
        assertThat(story.last().event().text().fr()).isEqualTo("Toujours ouverte, non remesurée : nouvel appel");
        assertThat(story.last().event().text().en()).isEqualTo("Still open, not measured again: called again");
    }

    @Test
    void anAnswerEndsTheCalls() {
        // given
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(0);

        // when
        story.at(1_100).order(CommandType.ACKNOWLEDGE, "cuff_map_low").at(36_000);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "1080 NOT_MEASURED_AGAIN HIGH");
    }

    @Test
    void aMeasurementThatHoldsTheAlarmCallsEarlierAndSaysThatItIsStillTrue() {
        // given
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(0).at(590);

        // when
        story.measuredAt(600).at(600);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "600 STILL_TRUE HIGH");
    }

    @Test
    void aMilderAlarmAndALatchedOneDoNotCallAgain() {
        // given
        var latching = new AlarmLifecycleStory(AlarmLifecycleStory.policy(Set.of(HIGH)));
        latching.at(0).raised("apnoea", HIGH).measuredAt(0).at(5).goesOn("apnoea", AlarmEventKind.CLEARED, HIGH);
        story.at(0).raised("cuff_map_low", MEDIUM).measuredAt(0);

        // when
        story.at(36_000);
        latching.at(36_000);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM");
        assertThat(latching.calls()).containsExactly("0 OPENED HIGH");
    }

    @Test
    void aShelfThatEndsWithoutANewMeasurementSaysSo() {
        // given
        story.at(0).raised("hr_high", MEDIUM).raised("cuff_map_low", MEDIUM).measuredAt(0);
        story.order(CommandType.SHELVE, "cuff_map_low", Duration.ofMinutes(20));
        story.at(10).order(CommandType.ACKNOWLEDGE, "hr_high");

        // when
        story.at(1_210);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "1200 NOT_MEASURED_AGAIN MEDIUM");
    }
}
