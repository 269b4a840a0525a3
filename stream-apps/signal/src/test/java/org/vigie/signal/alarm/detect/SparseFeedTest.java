package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the urgent step of variables that come more rarely than its delay. */
class SparseFeedTest {
    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void oneAcceptedValueAMinuteIsEnoughForAnUrgentAlarm() {
        // given a feed of one value a minute; the urgent step holds for 5 s
        story.every("PT1M");

        // when
        story.tell("spo2", "97x5 78");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED HIGH");
        assertThat(story.seconds(story.made().get(0).at())).isEqualTo(300);
    }

    @Test
    void aMilderStepStillWaitsForTheNextValue() {
        // given
        story.every("PT1M").tell("spo2", "97x5 86");
        assertThat(story.told()).isEmpty();

        // when
        story.tell("spo2", "86");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM");
    }

    @Test
    void aFallBeyondTheUrgentLimitCallsAgainAtItsFirstValue() {
        // given an open alarm of the milder step
        story.every("PT1M").tell("spo2", "97x5 86x2");

        // when
        story.tell("spo2", "78");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low UPGRADED HIGH");
    }

    @Test
    void aSuspectValueIsNotEnough() {
        // given
        story.every("PT1M");

        // when
        story.tell("spo2", "97x5 ?60");

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void aFeedOfOneValueASecondWaitsForTheWholeDelay() {
        // given
        story.tell("spo2", "97x5 78x5");
        assertThat(story.told()).isEmpty();

        // when
        story.tell("spo2", "78");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED HIGH");
    }

    @Test
    void anUrgentValueCallsBesideAnAlarmThatOnlyTheScoreMadeUrgent() {
        // given a milder alarm that the early-warning score upgraded
        story.tell("spo2", "97x5");
        story.tell(Map.of("hr", "115x500", "rr", "26x500", "spo2", "86x500"));
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low UPGRADED HIGH");

        // when
        story.tell("spo2", "74x20");

        // then it calls again, once
        assertThat(story.told())
                .containsExactly("spo2_low RAISED MEDIUM", "spo2_low UPGRADED HIGH", "spo2_low UPGRADED HIGH");
        assertThat(story.made().get(2).text().en()).startsWith("SpO2 74 % < 80 %");
    }
}
