package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests what the shipped rules of an intensive-care unit call for. */
class AdultIcuRulesTest {
    /** Respiration 25: 3 points, saturation 93 and heart rate 112: 2 each, systolic pressure 105: 1. No limit is violated. */
    private static final Map<String, String> SEVEN_POINTS =
            Map.of("rr", "25x700", "spo2", "93x700", "hr", "112x700", "abp_sys", "105x700");

    private final AlarmDetectionStory story =
            new AlarmDetectionStory(AlarmRuleCatalogue.adultIcu().standard().rules());

    @Test
    void aMildPressureAlarmHidesNoOtherPressure() {
        // given an open alarm of the systolic pressure
        story.tell(Map.of("abp_sys", "120x5 83x60", "abp_mean", "80x5 70x60", "abp_dia", "60x5 63x60"));
        assertThat(story.told()).containsExactly("sbp_low RAISED MEDIUM");

        // when the mean pressure falls
        story.tell(Map.of("abp_sys", "83x60", "abp_mean", "52x60", "abp_dia", "40x60"));

        // then it calls by itself
        assertThat(story.told()).containsExactly("sbp_low RAISED MEDIUM", "map_low RAISED HIGH");
    }

    @Test
    void theCuffCallsBesideTheLine() {
        // given
        story.tell(Map.of("abp_mean", "80x30"));

        // when
        story.tell(Map.of("abp_mean", "80x5", "nibp_mean", "54 -x4"));

        // then
        assertThat(story.told()).containsExactly("cuff_map_low RAISED HIGH");
    }

    @Test
    void theDiastolicPressureAloneDoesNotCall() {
        // when
        story.tell(Map.of("abp_sys", "126x200", "abp_mean", "68x200", "abp_dia", "40x200"));

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void aSaturationOf82IsUrgentAfterThirtySeconds() {
        // when
        story.tell("spo2", "97x10 82x31");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED HIGH");
        assertThat(story.seconds(story.made().get(0).at())).isEqualTo(40);
    }

    @Test
    void aSaturationWithAWeakSignalIsUrgentOnlyWhenItLastsAMinute() {
        // given
        story.tell(Map.of("spo2", "97x10", "perfusion_index", "2.0x10"));

        // when the signal is weak
        story.tell(Map.of("spo2", "80x45 97x30 80x60", "perfusion_index", "0.2x135"));
        assertThat(story.told()).isEmpty();

        // then the next value calls
        story.tell(Map.of("spo2", "80", "perfusion_index", "0.2"));
        assertThat(story.told()).containsExactly("spo2_low RAISED HIGH");
    }

    @Test
    void aBloodSampleFromTheLineDoesNotCallWhileTheOximeterCountsAPulse() {
        // given
        story.tell(Map.of("abp_sys", "120x10", "abp_dia", "60x10", "abp_mean", "80x10", "pulse_spo2", "80x10"));

        // when the tap is closed for 100 s
        story.tell(Map.of("abp_sys", "20x100", "abp_dia", "20x100", "abp_mean", "20x100", "pulse_spo2", "80x100"));

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void aLineWithoutAPulseCallsAfterTwoMinutesAlthoughTheOximeterCountsOne() {
        // given
        story.tell(Map.of("abp_sys", "120x10", "abp_dia", "60x10", "abp_mean", "80x10", "pulse_spo2", "80x10"));

        // when
        story.tell(Map.of("abp_sys", "20x121", "abp_dia", "20x121", "abp_mean", "20x121", "pulse_spo2", "80x121"));

        // then
        assertThat(story.told()).containsExactlyInAnyOrder("map_low RAISED HIGH", "sbp_low RAISED HIGH");
    }

    @Test
    void aPulselessLineIsNoArtefactWhenTheOximeterCountsNoPulseEither() {
        // given
        story.tell(Map.of("abp_sys", "120x10", "abp_dia", "60x10", "abp_mean", "80x10", "hr", "80x10"));

        // when
        story.tell(Map.of("abp_sys", "20x46", "abp_dia", "20x46", "abp_mean", "20x46", "hr", "80x46"));

        // then
        assertThat(story.told()).contains("map_low RAISED HIGH");
    }

    @Test
    void asystoleAndApnoeaWaitForNothing() {
        // when
        story.tell(Map.of("hr", "70x5 0", "rr", "14x5 0"));

        // then
        assertThat(story.told()).containsExactly("asystole RAISED HIGH", "apnoea RAISED HIGH");
        assertThat(story.made()).allMatch(event -> story.seconds(event.at()) == 5);
    }

    @Test
    void aCapnogramThatFallsToNothingIsUrgent() {
        // when
        story.tell("etco2", "36x10 6x12");

        // then
        assertThat(story.told()).containsExactly("etco2_low RAISED HIGH");
    }

    @Test
    void theScoreDoesNotRetitleAnAlarm() {
        // when
        story.tell(Map.of("hr", "115x900", "rr", "26x900", "spo2", "87x900"));

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM");
    }

    @Test
    void inAnIcuAnEarlyWarningScoreOfSevenIsLowAtMost() {
        // when no limit is violated
        story.tell(SEVEN_POINTS);

        // then
        assertThat(story.told()).containsExactly("news2 RAISED LOW");
    }

    @Test
    void inAStepDownUnitAnEarlyWarningScoreOfSevenIsMedium() {
        // given
        var stepDown = new AlarmDetectionStory(
                AlarmRuleCatalogue.adultIcu().at("USC/01").rules());

        // when
        stepDown.tell(SEVEN_POINTS);

        // then
        assertThat(stepDown.told()).containsExactly("news2_ward RAISED MEDIUM");
    }

    @Test
    void aRespirationThatMovesWithTheChestForHalfAMinuteDoesNotCall() {
        // when
        story.tell("rr", "18x10 50x30 18x60");

        // then
        assertThat(story.told()).isEmpty();
    }
}
