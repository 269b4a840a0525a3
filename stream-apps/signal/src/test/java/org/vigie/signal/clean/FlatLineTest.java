package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.Reason.FLAT_LINE;
import static org.vigie.signal.clean.Reason.NONE;
import static org.vigie.signal.clean.Reason.SOFT_RANGE;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlatLineTest {
    private final Bedside bedside = new Bedside();

    @Test
    void aPressureThatDoesNotMoveForFiveMinutesIsDoubtedUntilItMoves() {
        assertThat(seconds(300, () -> bedside.says("abp_mean", "82"))).containsOnly(NONE);
        assertThat(bedside.says("abp_mean", "82 82")).containsOnly(FLAT_LINE);
        assertThat(bedside.says("abp_mean", "83 83")).containsOnly(NONE);
    }

    @Test
    void aWholeHeartRateMayStandStillForMinutes() {
        assertThat(seconds(840, () -> bedside.says("hr", "60"))).containsOnly(NONE);
    }

    @Test
    void aSaturationOfOneHundredMayStandStillForHours() {
        assertThat(seconds(7200, () -> bedside.says("spo2", "100"))).containsOnly(NONE);
    }

    @Test
    void anAlarmingValueIsNeverDoubtedForItsStillness() {
        seconds(1000, () -> bedside.says("hr", "38"));

        assertThat(bedside.says("hr", "38")).containsExactly(NONE);
    }

    @Test
    void aGapEndsTheStillness() {
        seconds(299, () -> bedside.says("abp_mean", "82"));
        bedside.after(Duration.ofSeconds(30));

        assertThat(seconds(299, () -> bedside.says("abp_mean", "82"))).containsOnly(NONE);
    }

    @Test
    void aFeedThatRepeatsAllItsValuesIsDoubtedAfterFiveMinutes() {
        assertThat(seconds(300, this::frozen)).containsOnly(NONE);
        assertThat(frozen()).containsExactly(FLAT_LINE, FLAT_LINE, FLAT_LINE);
    }

    @Test
    void oneMovingValueClearsTheWholeFeed() {
        seconds(400, this::frozen);

        List<Reason> reasons =
                bedside.says(bedside.reading("hr", 78), bedside.reading("spo2", 97), bedside.reading("rr", 16));

        assertThat(reasons).containsOnly(NONE);
    }

    @Test
    void twoStillValuesAreNoFrozenFeed() {
        seconds(400, () -> bedside.says(bedside.reading("spo2", 100), bedside.reading("rr", 14)));

        assertThat(bedside.says(bedside.reading("spo2", 100), bedside.reading("rr", 14)))
                .containsOnly(NONE);
    }

    @Test
    void aFrozenFeedKeepsItsAlarms() {
        seconds(400, this::arrested);

        assertThat(arrested()).containsExactly(SOFT_RANGE, SOFT_RANGE, FLAT_LINE);
    }

    @Test
    void zeroFromASensorThatNeedsAPulseIsNoSignalAndMovesNothing() {
        assertThat(bedside.says("spo2", "97 0 0 0 0 0 0 97"))
                .containsExactly(NONE, FLAT_LINE, FLAT_LINE, FLAT_LINE, FLAT_LINE, FLAT_LINE, FLAT_LINE, NONE);
    }

    @Test
    void apnoeaIsBelieved() {
        assertThat(bedside.says("rr", "12 0 0")).containsExactly(NONE, SOFT_RANGE, SOFT_RANGE);
    }

    private List<Reason> frozen() {
        return bedside.says(bedside.reading("hr", 77), bedside.reading("spo2", 97), bedside.reading("rr", 16));
    }

    private List<Reason> arrested() {
        return bedside.says(bedside.reading("hr", 0), bedside.reading("rr", 0), bedside.reading("temp", 36.5));
    }

    private static List<Reason> seconds(int count, java.util.function.Supplier<List<Reason>> message) {
        return IntStream.range(0, count)
                .mapToObj(second -> message.get())
                .flatMap(List::stream)
                .toList();
    }
}
