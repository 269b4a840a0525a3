package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleaningReason.FLAT_LINE;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.SOFT_RANGE;
import static org.vigie.signal.clean.CleaningReason.SPIKE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that streamed pressures which the others of their instant contradict are suspect, and that true ones are kept. */
class ContradictedPressuresTest {
    private static final int MINUTE = 60;

    private final CleanedDeviceStory second = new CleanedDeviceStory(CleaningRevision.SECOND);
    private final CleanedDeviceStory first = new CleanedDeviceStory(CleaningRevision.FIRST);

    @Test
    void aSystolicPressureBelowTheDiastolicOneIsSuspectUntilTheyChangeBack() {
        // given
        line(second, 3, 120, 65, 83);

        // when
        Map<String, List<CleaningReason>> swapped = line(second, 4 * MINUTE, 65, 120, 83);
        Map<String, List<CleaningReason>> back = line(second, 3, 118, 64, 82);

        // then
        assertThat(swapped.get("abp_sys")).containsOnly(SPIKE);
        assertThat(swapped.get("abp_dia")).containsOnly(SPIKE);
        assertThat(swapped.get("abp_mean")).as("its alarm still calls").containsOnly(NONE);
        assertThat(back.values()).allSatisfy(reasons -> assertThat(reasons).containsOnly(NONE));
    }

    @Test
    void theFirstRevisionKeepsSwappedPressures() {
        // given
        line(first, 3, 120, 65, 83);

        // when
        Map<String, List<CleaningReason>> swapped = line(first, MINUTE, 65, 120, 83);

        // then
        assertThat(swapped.get("abp_sys").subList(10, MINUTE)).containsOnly(NONE);
    }

    @Test
    void pressuresWithoutAMeanThatStaysAreKept() {
        // given
        second.send(3, Map.of("abp_sys", 120.0, "abp_dia", 65.0));

        // when
        Map<String, List<CleaningReason>> swapped = second.send(MINUTE, Map.of("abp_sys", 65.0, "abp_dia", 120.0));

        // then
        assertThat(swapped.get("abp_sys").subList(10, MINUTE)).containsOnly(NONE);
    }

    @Test
    void aChartedSystolicPressureBelowTheDiastolicOneIsNoMatterOfStreams() {
        // given
        line(second, 1, 120, 65, 83);

        // when
        second.after(Duration.ofMinutes(1));
        Map<String, List<CleaningReason>> charted = line(second, 1, 65, 120, 83);

        // then
        assertThat(charted.values()).allSatisfy(reasons -> assertThat(reasons).containsOnly(NONE));
    }

    @Test
    void aLineUnderThePressureOfItsFlushIsSuspectFromTheFirstSecond() {
        // given
        line(second, 3, 120, 65, 83);

        // when
        Map<String, List<CleaningReason>> flushed = line(second, MINUTE, 300, 300, 300);
        Map<String, List<CleaningReason>> back = line(second, 3, 120, 65, 83);

        // then
        assertThat(flushed.values()).allSatisfy(reasons -> assertThat(reasons).containsOnly(FLAT_LINE));
        assertThat(back.values()).allSatisfy(reasons -> assertThat(reasons).containsOnly(NONE));
    }

    @ParameterizedTest
    @CsvSource({"130, 128, 129, a pump", "75, 73, 74, a pump", "14, 12, 13, an arrest"})
    void aTruePressureIsKept(double systolic, double diastolic, double mean, String which) {
        // given
        line(second, 10, systolic, diastolic, mean);

        // when
        Map<String, List<CleaningReason>> reasons = line(second, MINUTE, systolic, diastolic, mean);

        // then
        assertThat(reasons.values())
                .as(which)
                .allSatisfy(
                        each -> assertThat(each).containsAnyOf(NONE, SOFT_RANGE).doesNotContain(SPIKE, FLAT_LINE));
    }

    @Test
    void aCrisisWithAPulseIsKept() {
        // given
        line(second, 10, 250, 196, 215);

        // when: the numbers of a living patient vary
        Map<String, List<CleaningReason>> one = line(second, 5, 262, 204, 224);
        Map<String, List<CleaningReason>> other = line(second, 5, 258, 202, 222);

        // then
        assertThat(List.of(one, other))
                .flatExtracting(reasons -> reasons.get("abp_dia"))
                .containsOnly(SOFT_RANGE);
        assertThat(one.get("abp_sys")).containsOnly(NONE);
    }

    @Test
    void anOpenLineBesideAPulseIsSuspectAndItsMeanForAMinuteOnly() {
        // given
        second.send(3, with(80, 120, 65, 83));

        // when
        Map<String, List<CleaningReason>> open = second.send(2 * MINUTE, with(80, 3, 2, 3));

        // then
        assertThat(open.get("abp_sys")).containsOnly(FLAT_LINE);
        assertThat(open.get("abp_mean").subList(0, MINUTE - 1)).containsOnly(FLAT_LINE);
        assertThat(open.get("abp_mean").subList(MINUTE, 2 * MINUTE)).containsOnly(SOFT_RANGE);
    }

    @Test
    void aLineAtZeroPressureWithoutAPulseOfTheOximeterIsKept() {
        // given
        line(second, 3, 120, 65, 83);

        // when
        Map<String, List<CleaningReason>> open = line(second, MINUTE, 3, 2, 3);

        // then
        assertThat(open.get("abp_mean").subList(10, MINUTE)).containsOnly(SOFT_RANGE);
        assertThat(open.get("abp_sys").subList(10, MINUTE)).containsOnly(SOFT_RANGE);
    }

    private static Map<String, Double> with(double pulse, double systolic, double diastolic, double mean) {
        return Map.of("pulse_spo2", pulse, "abp_sys", systolic, "abp_dia", diastolic, "abp_mean", mean);
    }

    private static Map<String, List<CleaningReason>> line(
            CleanedDeviceStory device, int seconds, double systolic, double diastolic, double mean) {
        return device.send(seconds, Map.of("abp_sys", systolic, "abp_dia", diastolic, "abp_mean", mean));
    }
}
