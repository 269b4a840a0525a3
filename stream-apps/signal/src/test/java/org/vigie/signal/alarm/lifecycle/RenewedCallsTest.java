package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.HIGH;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;

/** Tests that a HIGH alarm calls again only when its condition was measured again. */
class RenewedCallsTest {
    private final AlarmLifecycleStory story = new AlarmLifecycleStory(IncidentLifecycleTest.policy());

    @Test
    void anAcknowledgedAlarmThatNobodyMeasuredAgainDoesNotCall() {
        // given
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(20);

        // when
        story.at(30).order(CommandType.ACKNOWLEDGE, "cuff_map_low").at(7_200);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH");
    }

    @Test
    void theNextMeasurementThatHoldsTheAlarmCallsAtItsOwnTime() {
        // given
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(0);
        story.at(30).order(CommandType.ACKNOWLEDGE, "cuff_map_low");

        // when
        story.measuredAt(3_600).at(3_600);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "3600 STILL_TRUE HIGH");
    }

    @Test
    void eachMeasurementOfAChartCallsOnceAtMost() {
        // given
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(0);
        story.at(30).order(CommandType.ACKNOWLEDGE, "cuff_map_low");
        story.measuredAt(3_600).at(3_600);

        // when
        story.at(3_700).order(CommandType.ACKNOWLEDGE, "cuff_map_low").at(7_199);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED HIGH", "3600 STILL_TRUE HIGH");
    }

    @Test
    void withoutANewerMeasurementNothingIsDue() {
        // given
        story.at(0).raised("cuff_map_low", HIGH).measuredAt(0);

        // when
        story.at(30).order(CommandType.ACKNOWLEDGE, "cuff_map_low");

        // then
        assertThat(story.nextDeadline()).isEmpty();
    }

    @Test
    void aScoreInAHigherBandThatNobodyMeasuredAgainDoesNotCall() {
        // given
        story.scores(4).at(0).raised("cuff_map_low", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "cuff_map_low");

        // when
        story.measuredAt(60).scores(7).at(60).at(3_599);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM");
    }

    @Test
    void aScoreThatTheNextChartShowsInAHigherBandCalls() {
        // given
        story.scores(4).at(0).raised("cuff_map_low", MEDIUM).at(30).order(CommandType.ACKNOWLEDGE, "cuff_map_low");
        story.measuredAt(60).scores(7).at(60);

        // when
        story.measuredAt(3_660).at(3_660);

        // then
        assertThat(story.calls()).containsExactly("0 OPENED MEDIUM", "3660 SCORE_BAND MEDIUM");
    }
}
