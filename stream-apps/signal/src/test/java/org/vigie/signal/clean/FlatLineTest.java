package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleaningReason.FLAT_LINE;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.SOFT_RANGE;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests when unchanged values and frozen feeds are suspect. */
class FlatLineTest {
    private final CleanedDeviceStory cleanedDeviceStory = new CleanedDeviceStory();

    @Test
    void aPressureThatDoesNotChangeForFiveMinutesIsSuspectUntilItChanges() {
        assertThat(seconds(300, () -> cleanedDeviceStory.send("abp_mean", "82")))
                .containsOnly(NONE);
        assertThat(cleanedDeviceStory.send("abp_mean", "82 82")).containsOnly(FLAT_LINE);
        assertThat(cleanedDeviceStory.send("abp_mean", "83 83")).containsOnly(NONE);
    }

    @Test
    void aWholeHeartRateMayStandStillForMinutes() {
        assertThat(seconds(840, () -> cleanedDeviceStory.send("hr", "60"))).containsOnly(NONE);
    }

    @Test
    void aSaturationOfOneHundredMayStandStillForHours() {
        assertThat(seconds(7200, () -> cleanedDeviceStory.send("spo2", "100"))).containsOnly(NONE);
    }

    @Test
    void anUnchangedAlarmingValueIsNeverSuspect() {
        // when
        seconds(1000, () -> cleanedDeviceStory.send("hr", "38"));

        // then
        assertThat(cleanedDeviceStory.send("hr", "38")).containsExactly(NONE);
    }

    @Test
    void aGapEndsTheStillness() {
        // given
        seconds(299, () -> cleanedDeviceStory.send("abp_mean", "82"));

        // when
        cleanedDeviceStory.after(Duration.ofSeconds(30));

        // then
        assertThat(seconds(299, () -> cleanedDeviceStory.send("abp_mean", "82")))
                .containsOnly(NONE);
    }

    @Test
    void aFeedThatRepeatsAllItsValuesIsSuspectAfterFiveMinutes() {
        assertThat(seconds(300, this::frozen)).containsOnly(NONE);
        assertThat(frozen()).containsExactly(FLAT_LINE, FLAT_LINE, FLAT_LINE);
    }

    @Test
    void oneMovingValueClearsTheWholeFeed() {
        // given
        seconds(400, this::frozen);

        // when
        List<CleaningReason> reasons = cleanedDeviceStory.send(
                cleanedDeviceStory.reading("hr", 78),
                cleanedDeviceStory.reading("spo2", 97),
                cleanedDeviceStory.reading("rr", 16));

        // then
        assertThat(reasons).containsOnly(NONE);
    }

    @Test
    void twoStillValuesAreNoFrozenFeed() {
        // when
        seconds(
                400,
                () -> cleanedDeviceStory.send(
                        cleanedDeviceStory.reading("spo2", 100), cleanedDeviceStory.reading("rr", 14)));

        // then
        assertThat(cleanedDeviceStory.send(
                        cleanedDeviceStory.reading("spo2", 100), cleanedDeviceStory.reading("rr", 14)))
                .containsOnly(NONE);
    }

    @Test
    void aFrozenFeedKeepsItsAlarms() {
        // when
        seconds(400, this::arrested);

        // then
        assertThat(arrested()).containsExactly(SOFT_RANGE, SOFT_RANGE, FLAT_LINE);
    }

    @Test
    void zeroFromASensorThatNeedsAPulseIsNoSignalAndMovesNothing() {
        assertThat(cleanedDeviceStory.send("spo2", "97 0 0 0 0 0 0 97"))
                .containsExactly(NONE, FLAT_LINE, FLAT_LINE, FLAT_LINE, FLAT_LINE, FLAT_LINE, FLAT_LINE, NONE);
    }

    @Test
    void apnoeaIsKept() {
        assertThat(cleanedDeviceStory.send("rr", "12 0 0")).containsExactly(NONE, SOFT_RANGE, SOFT_RANGE);
    }

    private List<CleaningReason> frozen() {
        return cleanedDeviceStory.send(
                cleanedDeviceStory.reading("hr", 77),
                cleanedDeviceStory.reading("spo2", 97),
                cleanedDeviceStory.reading("rr", 16));
    }

    private List<CleaningReason> arrested() {
        return cleanedDeviceStory.send(
                cleanedDeviceStory.reading("hr", 0),
                cleanedDeviceStory.reading("rr", 0),
                cleanedDeviceStory.reading("temp", 36.5));
    }

    private static List<CleaningReason> seconds(int count, java.util.function.Supplier<List<CleaningReason>> message) {
        return IntStream.range(0, count)
                .mapToObj(second -> message.get())
                .flatMap(List::stream)
                .toList();
    }
}
