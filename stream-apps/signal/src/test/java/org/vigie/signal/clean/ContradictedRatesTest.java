package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleaningReason.FLAT_LINE;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.SOFT_RANGE;
import static org.vigie.signal.clean.CleaningReason.SPIKE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that streamed rates which other rates of their instant contradict are suspect, and that true ones are kept. */
class ContradictedRatesTest {
    private static final int MINUTE = 60;

    private final CleanedDeviceStory second = new CleanedDeviceStory(CleaningRevision.SECOND);

    @Test
    void heartRateAndRespirationThatChangePlacesInASecondAreSuspectUntilTheyChangeBack() {
        // given
        rates(second, 3, 82, 16, 82);

        // when
        Map<String, List<CleaningReason>> swapped = rates(second, 4 * MINUTE, 17, 84, 83);
        Map<String, List<CleaningReason>> back = rates(second, 3, 83, 16, 83);

        // then
        assertThat(swapped.get("hr")).containsOnly(SPIKE);
        assertThat(swapped.get("rr")).containsOnly(SPIKE);
        assertThat(swapped.get("pulse_spo2")).containsOnly(NONE);
        assertThat(back.values()).allSatisfy(reasons -> assertThat(reasons).containsOnly(NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 44, 30, a bradycardia with a tachypnoea that the oximeter counts too",
        "17, 16, 82, missed beats",
        "82, 80, 82, a respiration that counts the beats",
        "0, 104, 104, an asystole with compressions that both other sensors count",
        "300, 104, 104, a fibrillation with compressions"
    })
    void aChangeThatIsNoExchangeIsKeptAfterFiveSeconds(double heart, double breath, double pulse, String which) {
        // given
        rates(second, 3, 82, 16, 82);

        // when
        Map<String, List<CleaningReason>> reasons = rates(second, MINUTE, heart, breath, pulse);

        // then
        assertThat(reasons.get("hr").subList(5, MINUTE))
                .as(which)
                .containsAnyOf(NONE, SOFT_RANGE)
                .doesNotContain(SPIKE);
        assertThat(reasons.get("rr").subList(5, MINUTE))
                .as(which)
                .containsAnyOf(NONE, SOFT_RANGE)
                .doesNotContain(SPIKE);
    }

    @Test
    void ratesThatComeToEachOthersPlaceOneAfterTheOtherAreKept() {
        // given: compressions that are counted as breaths and as a pulse, some seconds after an agonal rhythm began
        rates(second, 3, 100, 16, 100);
        rates(second, 12, 16, 16, 100);

        // when
        Map<String, List<CleaningReason>> reasons = rates(second, MINUTE, 16, 104, 102);

        // then
        assertThat(reasons.get("hr")).containsOnly(SOFT_RANGE);
        assertThat(reasons.get("rr").subList(5, MINUTE)).containsOnly(SOFT_RANGE);
    }

    @Test
    void swappedRatesAreKeptAfterTenMinutes() {
        // given
        rates(second, 3, 82, 16, 82);

        // when
        Map<String, List<CleaningReason>> reasons = rates(second, 11 * MINUTE, 16, 82, 82);

        // then
        assertThat(reasons.get("hr").subList(0, 9 * MINUTE)).containsOnly(SPIKE);
        assertThat(reasons.get("hr").subList(10 * MINUTE, 11 * MINUTE)).containsOnly(SOFT_RANGE);
    }

    @Test
    void breathsThatStopTogetherWithTheBeatsAreSuspectBesideAPulseAndTheHeartRateIsKept() {
        // given
        rates(second, 3, 82, 16, 82);

        // when
        Map<String, List<CleaningReason>> lost = rates(second, MINUTE, 0, 0, 82);

        // then
        assertThat(lost.get("rr")).containsOnly(FLAT_LINE);
        assertThat(lost.get("hr").subList(5, MINUTE)).as("its alarm calls").containsOnly(SOFT_RANGE);
    }

    @Test
    void anApnoeaIsKept() {
        // given
        rates(second, 3, 82, 16, 82);

        // when
        Map<String, List<CleaningReason>> apnoea = rates(second, MINUTE, 84, 0, 84);

        // then
        assertThat(apnoea.get("rr").subList(5, MINUTE)).containsOnly(SOFT_RANGE);
    }

    @Test
    void aPulseAtTheEndOfItsRangeBesideASlowerHeartIsSuspect() {
        // given
        rates(second, 3, 82, 16, 82);

        // when
        Map<String, List<CleaningReason>> reasons = rates(second, MINUTE, 82, 16, 300);

        // then
        assertThat(reasons.get("pulse_spo2")).containsOnly(FLAT_LINE);
        assertThat(reasons.get("hr")).containsOnly(NONE);
    }

    @Test
    void aRespirationAtTheEndOfItsRangeIsSuspectForAMinute() {
        // given
        rates(second, 3, 82, 16, 82);

        // when
        Map<String, List<CleaningReason>> reasons = rates(second, 2 * MINUTE, 82, 120, 82);

        // then
        assertThat(reasons.get("rr").subList(0, MINUTE - 1)).containsOnly(FLAT_LINE);
        assertThat(reasons.get("rr").subList(MINUTE, 2 * MINUTE)).containsOnly(SOFT_RANGE);
    }

    private static Map<String, List<CleaningReason>> rates(
            CleanedDeviceStory device, int seconds, double heart, double breath, double pulse) {
        return device.send(seconds, Map.of("hr", heart, "rr", breath, "pulse_spo2", pulse));
    }
}
