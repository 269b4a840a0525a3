package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests the steps of the shipped rules of an intensive-care unit: which value calls with which priority, and after which delay. */
class AdultIcuStepsTest {
    private final AlarmDetectionStory story =
            new AlarmDetectionStory(AlarmRuleCatalogue.adultIcu().standard().rules());

    @Test
    void aRespirationOf32IsLowAfterFourMinutes() {
        // when
        story.tell("rr", "18x10 32x240");
        assertThat(story.told()).isEmpty();
        story.tell("rr", "32");

        // then
        assertThat(story.told()).containsExactly("rr_high RAISED LOW");
    }

    @Test
    void aRespirationOf46IsMediumAfter45SecondsAndHighAfterAMinute() {
        // when
        story.tell("rr", "18x10 46x61");

        // then
        assertThat(story.told()).containsExactly("rr_high RAISED MEDIUM", "rr_high UPGRADED HIGH");
        assertThat(story.made()).extracting(event -> story.seconds(event.at())).containsExactly(55L, 70L);
    }

    @Test
    void aHeartRateOf155IsHighAfterFifteenSeconds() {
        // when
        story.tell("hr", "80x10 155x16");

        // then
        assertThat(story.told()).containsExactly("hr_high RAISED HIGH");
    }

    @Test
    void aHeartRateOf38IsHighAfterTenSeconds() {
        // when
        story.tell("hr", "80x10 38x11");

        // then
        assertThat(story.told()).containsExactly("hr_low RAISED HIGH");
    }

    @Test
    void aMeanPressureOf60IsMediumAfterTwoMinutesAndOf52HighAfter45Seconds() {
        // when
        story.tell("abp_mean", "80x10 60x121 52x46");

        // then
        assertThat(story.told()).containsExactly("map_low RAISED MEDIUM", "map_low UPGRADED HIGH");
    }

    @Test
    void anIntracranialPressureOf25IsMediumAfterFiveMinutesAndOf32HighAfterOne() {
        // when
        story.tell("icp", "12x10 25x301 32x61");

        // then
        assertThat(story.told()).containsExactly("icp_high RAISED MEDIUM", "icp_high UPGRADED HIGH");
    }

    @Test
    void aPerfusionPressureOf55IsMediumAfterFiveMinutesAndOf45HighAfterOne() {
        // when
        story.tell("cpp", "75x10 55x301 45x61");

        // then
        assertThat(story.told()).containsExactly("cpp_low RAISED MEDIUM", "cpp_low UPGRADED HIGH");
    }

    @Test
    void aHighTemperatureIsLowFrom39AndMediumFrom40() {
        // when
        story.tell("temp", "37.2x10 39.4x61 40.3x61");

        // then
        assertThat(story.told()).containsExactly("temp_high RAISED LOW", "temp_high UPGRADED MEDIUM");
    }

    @Test
    void aLowTemperatureIsLowBelow35AndMediumBelow32() {
        // when
        story.tell("temp", "36.5x10 34.5x61 31.5x61");

        // then
        assertThat(story.told()).containsExactly("temp_low RAISED LOW", "temp_low UPGRADED MEDIUM");
    }

    @Test
    void aSilentLineIsReportedAfterThirtySecondsAndBecomesMediumAfterTwoMinutes() {
        // given
        story.tell(Map.of("abp_mean", "80x60", "hr", "80x60"));

        // when
        story.tell("hr", "80x125");

        // then
        assertThat(story.told()).containsExactly("pressure_silent RAISED LOW", "pressure_silent UPGRADED MEDIUM");
    }

    @Test
    void aSilentOximeterIsReportedAfterAMinuteAndBecomesMediumAfterThree() {
        // given
        story.tell(Map.of("spo2", "97x60", "hr", "80x60"));

        // when
        story.tell("hr", "80x185");

        // then
        assertThat(story.told()).containsExactly("spo2_silent RAISED LOW", "spo2_silent UPGRADED MEDIUM");
    }
}
