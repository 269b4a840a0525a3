package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.SOFT_RANGE;
import static org.vigie.signal.clean.CleaningReason.SPIKE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a streamed temperature is suspect where no body changes so fast, and kept where one does. */
class BodyTemperatureRuleTest {
    private static final int MINUTE = 60;

    private final CleanedDeviceStory second = new CleanedDeviceStory(CleaningRevision.SECOND);
    private final CleanedDeviceStory first = new CleanedDeviceStory(CleaningRevision.FIRST);

    @Test
    void aProbeThatCoolsInTheAirIsSuspectUntilItIsBackAtThePatient() {
        // given
        sent(second, 3, at -> 37);

        // when: towards a room of 23 degrees, half of the way in 83 seconds
        List<CleaningReason> lost = sent(second, 5 * MINUTE, at -> 23 + 14 * Math.exp(-at / 120.0));
        List<CleaningReason> back = sent(second, 10, at -> 36.9);

        // then
        assertThat(lost.subList(0, 3)).containsOnly(NONE);
        assertThat(lost.subList(10, 5 * MINUTE)).containsOnly(SPIKE);
        assertThat(back).containsOnly(NONE);
    }

    @Test
    void theFirstRevisionKeepsWhatAProbeShowsInTheAir() {
        // given
        sent(first, 3, at -> 37);

        // when
        List<CleaningReason> lost = sent(first, 5 * MINUTE, at -> 23 + 14 * Math.exp(-at / 120.0));

        // then
        assertThat(lost).doesNotContain(SPIKE);
    }

    @Test
    void aProbeAtTheEndOfItsRangeIsSuspectForAsLongAsItStandsThere() {
        // given
        sent(second, 3, at -> 37);

        // when
        List<CleaningReason> reasons = sent(second, MINUTE, at -> 45);

        // then
        assertThat(reasons).containsOnly(SPIKE);
    }

    @ParameterizedTest
    @CsvSource({
        "37, 40, .1, a heat stroke or malignant hyperthermia",
        "37, 41, .4, faster than any fever",
        "36, 30, -.35, ice water",
        "33, 37, .5, rewarming on bypass",
        "37, 32, -.45, cooling on bypass"
    })
    void aTrueChangeIsKept(double from, double to, double perMinute, String which) {
        // given
        sent(second, 3, at -> from);
        int seconds = (int) (MINUTE * (to - from) / perMinute);

        // when
        List<CleaningReason> reasons = sent(second, seconds, at -> from + perMinute * at / MINUTE);

        // then
        assertThat(reasons).as(which).doesNotContain(SPIKE);
    }

    @Test
    void aProbeThatGetsWarmInAPatientIsBelievedAtOnce() {
        // given
        sent(second, 10, at -> 23);

        // when
        List<CleaningReason> reasons = sent(second, 5 * MINUTE, at -> 37 - 14 * Math.exp(-at / 60.0));

        // then
        assertThat(reasons).containsOnly(NONE, SOFT_RANGE);
        assertThat(reasons).endsWith(NONE);
    }

    @Test
    void aProbeAtAnotherPlaceOfTheBodyIsBelievedAfterSomeMinutes() {
        // given
        sent(second, 3, at -> 37);

        // when
        List<CleaningReason> reasons = sent(second, 5 * MINUTE, at -> 38.5);

        // then
        assertThat(reasons.subList(0, MINUTE)).containsOnly(SPIKE);
        assertThat(reasons.subList(3 * MINUTE, 5 * MINUTE)).containsOnly(NONE);
    }

    @Test
    void aTemperatureThatStaysIsKeptAfterTenMinutesWhateverItIs() {
        // given
        sent(second, 3, at -> 37);

        // when
        List<CleaningReason> reasons = sent(second, 12 * MINUTE, at -> 28);

        // then
        assertThat(reasons.subList(0, 9 * MINUTE)).containsOnly(SPIKE);
        assertThat(reasons.subList(10 * MINUTE, 12 * MINUTE)).containsOnly(SOFT_RANGE);
    }

    @Test
    void aTemperatureAfterASilenceIsNotComparedWithTheOneBefore() {
        // given
        sent(second, 3, at -> 37);

        // when
        List<CleaningReason> reasons = sent(second.after(Duration.ofMinutes(1)), 10, at -> 33);

        // then
        assertThat(reasons).containsOnly(NONE);
    }

    private static List<CleaningReason> sent(CleanedDeviceStory device, int seconds, IntToDoubleFunction temperature) {
        List<CleaningReason> reasons = new ArrayList<>();
        for (int at = 0; at < seconds; at++) {
            double shown = Math.rint(10 * temperature.applyAsDouble(at)) / 10;
            reasons.addAll(device.send(device.reading("temp", shown)));
        }
        return reasons;
    }
}
