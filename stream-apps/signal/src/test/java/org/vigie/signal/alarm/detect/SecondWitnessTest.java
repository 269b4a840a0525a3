package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests that the oximeter delays an urgent alarm of respiration and heart rate that it contradicts, and never prevents it. */
class SecondWitnessTest {
    private final AlarmDetectionStory story =
            new AlarmDetectionStory(AlarmRuleCatalogue.adultIcu().standard().rules());

    @Test
    void anApnoeaBesideANormalSaturationWaitsForFortySeconds() {
        // when
        story.tell(Map.of("rr", "14x5 0x40", "spo2", "97x45"));

        // then
        assertThat(story.told()).isEmpty();

        // when
        story.tell(Map.of("rr", "0", "spo2", "97"));

        // then
        assertThat(story.told()).contains("apnoea RAISED HIGH");
    }

    @Test
    void anApnoeaIsUrgentAsSoonAsTheSaturationFalls() {
        // when
        story.tell(Map.of("rr", "14x5 0x11", "spo2", "97x15 91"));

        // then
        assertThat(story.told()).containsExactly("apnoea RAISED HIGH");
    }

    @Test
    void anApnoeaIsUrgentWhenTheOximeterSendsNothingMore() {
        // when
        story.tell(Map.of("rr", "14x5 0x12", "spo2", "97x10 -x7"));

        // then
        assertThat(story.told()).containsExactly("apnoea RAISED HIGH");
    }

    @Test
    void aBradycardiaIsUrgentAfterTenSecondsWhenTheOximeterLosesThePulse() {
        // when
        story.tell(Map.of("hr", "75x5 30x11", "pulse_spo2", "75x5 -x11"));

        // then
        assertThat(story.told()).containsExactly("hr_low RAISED HIGH");
    }

    @Test
    void missedBeatsBesideACountedPulseWaitForFortySeconds() {
        // when
        story.tell(Map.of("hr", "75x5 30x40", "pulse_spo2", "75x45"));

        // then
        assertThat(story.told()).isEmpty();

        // when
        story.tell(Map.of("hr", "30", "pulse_spo2", "75"));

        // then
        assertThat(story.told()).containsExactly("hr_low RAISED HIGH");
    }

    @Test
    void aBradycardiaThatTheOximeterCountsTooIsUrgentAfterTenSeconds() {
        // when
        story.tell(Map.of("hr", "75x5 30x11", "pulse_spo2", "75x5 31x11"));

        // then
        assertThat(story.told()).containsExactly("hr_low RAISED HIGH");
    }

    @Test
    void aRateThatTheEcgCountsTwiceWaitsForFortySeconds() {
        // when
        story.tell(Map.of("hr", "85x5 170x40", "pulse_spo2", "85x45"));

        // then
        assertThat(story.told()).isEmpty();

        // when
        story.tell(Map.of("hr", "170", "pulse_spo2", "85"));

        // then
        assertThat(story.told()).containsExactly("hr_high RAISED HIGH");
    }

    @Test
    void pausesOfBreathWithinTwoMinutesAreOneAlarm() {
        // when
        story.tell("rr", "14x5 0x5 14x60 0x5 14x115");

        // then
        assertThat(story.told()).containsExactly("apnoea RAISED HIGH");

        // when
        story.tell("rr", "14x10");

        // then
        assertThat(story.told()).containsExactly("apnoea RAISED HIGH", "apnoea CLEARED HIGH");
    }
}
