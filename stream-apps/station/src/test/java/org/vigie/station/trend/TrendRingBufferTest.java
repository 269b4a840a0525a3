package org.vigie.station.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendRingBufferTest {
    private static final long T0 = 1_800_000_000_000L;
    private final TrendRingBuffer ring = new TrendRingBuffer(Duration.ofSeconds(10), 6);

    @Test
    void aBucketKeepsItsSpikeAndItsLastValue() {
        // when
        ring.add(T0, 80);
        ring.add(T0 + 1_000, 250);
        ring.add(T0 + 2_000, 82);

        // then
        assertThat(ring.since(0))
                .isEqualTo(new TrendSeries(List.of(T0 + 2_000), List.of(82f), List.of(80f), List.of(250f)));
    }

    @Test
    void theSameReadingTwiceChangesNothing() {
        // given
        ring.add(T0, 80);
        TrendSeries once = ring.since(0);

        // when
        ring.add(T0, 80);

        // then
        assertThat(ring.since(0)).isEqualTo(once);
    }

    @Test
    void readingsMayComeInAnyOrder() {
        // when
        ring.add(T0 + 30_000, 3);
        ring.add(T0 + 10_000, 1);
        ring.add(T0 + 20_000, 2);

        // then
        assertThat(ring.since(0).last()).containsExactly(1f, 2f, 3f);
    }

    @Test
    void valuesOlderThanTheRingAreDroppedAndNotReadAgain() {
        // when
        ring.add(T0, 1);
        ring.add(T0 + 60_000, 2);
        ring.add(T0, 1);

        // then
        assertThat(ring.since(0).last()).containsExactly(2f);
    }

    @Test
    void onlyTheRequestedPeriodIsReturned() {
        // when
        ring.add(T0, 1);
        ring.add(T0 + 20_000, 2);

        // then
        assertThat(ring.since(T0 + 15_000).last()).containsExactly(2f);
    }
}
