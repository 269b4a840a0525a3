package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleaningReason.FLAT_LINE;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.SOFT_RANGE;
import static org.vigie.signal.clean.CleaningReason.SPIKE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the rules that the second revision of the cleaning adds. */
class SecondRevisionTest {
    private final CleanedDeviceStory second = new CleanedDeviceStory(CleaningRevision.SECOND);
    private final CleanedDeviceStory first = new CleanedDeviceStory(CleaningRevision.FIRST);

    @Test
    void aChartedValueWithAMovedDecimalPointIsSuspect() {
        assertThat(charted(second, "lactate", 1.2, 1.3, 1.2, 1.4, 13, 1.3))
                .containsExactly(NONE, NONE, NONE, NONE, SPIKE, NONE);
        assertThat(charted(first, "lactate", 1.2, 1.3, 1.2, 1.4, 13)).containsOnly(NONE);
    }

    @Test
    void aChartedNumberInAnotherUnitIsSuspect() {
        assertThat(charted(second, "glucose", 110, 120, 115, 118, 6.4)).endsWith(SPIKE);
    }

    @Test
    void theNextValueConfirmsARealJump() {
        assertThat(charted(second, "lactate", 1.2, 1.3, 1.2, 1.4, 13, 12.5, 12)).endsWith(SPIKE, NONE, NONE);
    }

    @Test
    void aLargeChangeThatNoMistakeExplainsIsKept() {
        assertThat(charted(second, "lactate", 1.2, 1.3, 1.2, 1.4, 4.2)).containsOnly(NONE);
    }

    @Test
    void theFirstValueOfTheNextPatientIsNotComparedWithThoseOfTheOneBefore() {
        // given
        charted(second, "lactate", 1.2, 1.3, 1.2, 1.4);

        // when
        List<CleaningReason> reasons = charted(second.nextPatient(), "lactate", 13);

        // then
        assertThat(reasons).containsOnly(NONE);
    }

    @Test
    void aFirstValueIsKept() {
        assertThat(charted(second, "lactate", 10, 9.5)).containsOnly(NONE);
    }

    @Test
    void twoValuesThatAgreeAreEnoughToSeeAMovedDecimalPoint() {
        assertThat(charted(second, "hr", 80, 84, 8)).containsExactly(NONE, NONE, SPIKE);
        assertThat(charted(second, "glucose", 110, 124, 6.4)).containsExactly(NONE, NONE, SPIKE);
    }

    @Test
    void aTrueFallAfterTwoValuesIsKept() {
        assertThat(charted(second, "glucose", 110, 124, 22)).containsOnly(NONE);
        assertThat(charted(second, "hr", 80, 84, 28)).containsOnly(NONE);
        assertThat(charted(second, "platelets", 250, 60, 22)).containsOnly(NONE);
    }

    @Test
    void twoValuesAreTooFewWhereAnInjuryMultipliesATrueOne() {
        assertThat(charted(second, "troponin_i", 0.03, 0.04, 0.4)).containsOnly(NONE);
        assertThat(charted(second, "ast", 40, 55, 480)).containsOnly(NONE);
    }

    @Test
    void oneValueIsEnoughWhereItsCorrectionIsNearAndMoreUsual() {
        assertThat(charted(second, "platelets", 240, 2300, 250)).containsExactly(NONE, SPIKE, NONE);
        assertThat(charted(second, "nibp_sys", 130, 16.5, 125)).containsExactly(NONE, SPIKE, NONE);
    }

    @Test
    void theSecondEntryOfAChangeThatIsTrueIsKept() {
        assertThat(charted(second, "glucose", 110, 22)).containsOnly(NONE);
        assertThat(charted(second, "pao2", 60, 500)).containsOnly(NONE);
        assertThat(charted(second, "wbc", 40, 4.1))
                .as("nearer to normal than its correction")
                .containsOnly(NONE);
        assertThat(charted(second, "hr", 80, 8, 8)).containsExactly(NONE, SPIKE, SOFT_RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "rr, 40, 38, 5, breaths of a patient who is exhausted",
        "hr, 150, 148, 24, an escape rhythm after a tachycardia",
        "icp, 4, 4, 40, a herniation",
        "pap_sys, 7, 7, 70, a pulmonary embolism"
    })
    void aPossibleValueBeyondAnAlarmLimitIsKept(
            String variable, double before, double last, double value, String what) {
        // when
        List<CleaningReason> reasons = charted(second, variable, before, last, value);

        // then
        assertThat(reasons).as(what).containsOnly(NONE);
    }

    @Test
    void theFirstLowPressureOfAMonitorThatSendsOnceAMinuteIsKept() {
        // given
        var monitor = new CleanedDeviceStory(CleaningRevision.SECOND);
        each(monitor, Duration.ofMinutes(1), "abp_sys", 120, 118, 121, 119);

        // when
        List<CleaningReason> reasons = each(monitor, Duration.ofMinutes(1), "abp_sys", 16);

        // then
        assertThat(reasons).allMatch(reason -> reason.outcome() == CleaningOutcome.KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 82, 65, 0, systolic in kPa",
        "120, 8.2, 65, 1, mean with a moved point",
        "120, 82, 6.5, 2, diastolic with a moved point"
    })
    void aFirstPressureThatTheOtherTwoContradictIsSuspect(
            double systolic, double mean, double diastolic, int mistaken, String which) {
        // when
        List<CleaningReason> reasons = pressures(systolic, mean, diastolic);

        // then
        assertThat(reasons.get(mistaken)).as(which).isEqualTo(SPIKE);
        assertThat(Collections.frequency(reasons, SPIKE)).as(which).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 13, 12, an arrest",
        "80, 20, 15, chest compressions",
        "12, 9, 8, a line that comes off",
        "90, 80, 40, a balloon pump",
        "52, 52, 50, a damped line",
        "160, 73, 30, aortic regurgitation",
        "400, 82, 8, two numbers that are wrong"
    })
    void pressuresThatNoSingleMistakeExplainsAreKept(double systolic, double mean, double diastolic, String which) {
        // when
        List<CleaningReason> reasons = pressures(systolic, mean, diastolic);

        // then
        assertThat(reasons).as(which).allMatch(reason -> reason.outcome() == CleaningOutcome.KEPT);
    }

    @Test
    void theLowPressuresOfAnArrestAreKeptHoweverSeldomTheyCome() {
        // given
        second.after(Duration.ofMinutes(15));
        pressures(120, 85, 68);
        second.after(Duration.ofMinutes(15));
        pressures(118, 84, 67);
        second.after(Duration.ofMinutes(15));

        // when
        List<CleaningReason> arrest = pressures(15, 11, 9);

        // then
        assertThat(arrest).allMatch(reason -> reason.outcome() == CleaningOutcome.KEPT);
    }

    @Test
    void pressuresOfTwoMeasurementsAreNotCompared() {
        // when
        List<CleaningReason> reasons = second.send(
                second.reading("nibp_sys", 16), second.reading("abp_mean", 82), second.reading("abp_dia", 65));

        // then
        assertThat(reasons).doesNotContain(SPIKE);
    }

    @Test
    void urineInLitresIsSuspectAndTheUrineOfAnAnuriaIsKept() {
        assertThat(charted(second, "urine", 60, 80, 50, .07)).endsWith(NONE, SPIKE);
        assertThat(charted(second.nextPatient(), "urine", 60, 80, 50, 6, 0, 2)).containsOnly(NONE);
    }

    @Test
    void aMonitorsValueIsNoEntry() {
        assertThat(second.send("hr", "80 81 80 81 82").subList(0, 4)).containsOnly(NONE);
        assertThat(Collections.frequency(second.send("hr", "8 8 8 8 8 8"), SPIKE))
                .isEqualTo(4);
    }

    @Test
    void aSensorAtTheEndOfItsRangeIsSuspectAfterTenSeconds() {
        // given
        second.send("abp_sys", "120 121 120");
        first.send("abp_sys", "120 121 120");
        String pinned = "300 ".repeat(20).trim();

        // when
        List<CleaningReason> reasons = second.send("abp_sys", pinned);

        // then
        assertThat(reasons.subList(0, 4)).containsOnly(SPIKE);
        assertThat(reasons.subList(4, 10)).doesNotContain(SPIKE, FLAT_LINE);
        assertThat(reasons.subList(10, 20)).containsOnly(FLAT_LINE);
        assertThat(first.send("abp_sys", pinned)).doesNotContain(FLAT_LINE);
    }

    @ParameterizedTest
    @CsvSource({"temp, 42.3", "etco2, 60", "hr, 250", "rr, 70", "cvp, 40"})
    void aTrueExtremeThatDoesNotVaryIsNoFlatLine(String variable, String value) {
        // when
        List<CleaningReason> reasons =
                second.send(variable, (value + " ").repeat(60).trim());

        // then
        assertThat(reasons).doesNotContain(FLAT_LINE);
    }

    @Test
    void anAsystoleIsKept() {
        // given
        second.send("hr", "60 60 60");

        // when
        List<CleaningReason> reasons = second.send("hr", "0 ".repeat(120).trim());

        // then
        assertThat(reasons.subList(4, 120)).allMatch(reason -> reason.outcome() == CleaningOutcome.KEPT);
    }

    private List<CleaningReason> pressures(double systolic, double mean, double diastolic) {
        return second.send(
                second.reading("abp_sys", systolic),
                second.reading("abp_mean", mean),
                second.reading("abp_dia", diastolic));
    }

    private static List<CleaningReason> charted(CleanedDeviceStory device, String variable, double... hourly) {
        return each(device, Duration.ofHours(1), variable, hourly);
    }

    private static List<CleaningReason> each(
            CleanedDeviceStory device, Duration passed, String variable, double... values) {
        List<CleaningReason> reasons = new ArrayList<>();
        for (double value : values) {
            reasons.addAll(device.after(passed).send(device.reading(variable, value)));
        }
        return reasons;
    }
}
