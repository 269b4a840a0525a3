package org.vigie.simulator.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that seeded numbers are repeatable, bounded and smooth. */
class RandomSeedTest {
    private final RandomSeed seed = new RandomSeed(42);

    @Test
    void theSameSeedGivesTheSameChance() {
        assertThat(new RandomSeed(42).derive("hr").uniform())
                .isEqualTo(seed.derive("hr").uniform());
        assertThat(seed.derive("rr").uniform()).isNotEqualTo(seed.derive("hr").uniform());
    }

    @Test
    void chanceIsEven() {
        // given
        double[] shares = IntStream.range(0, 10_000)
                .mapToDouble(i -> seed.derive(i).uniform())
                .toArray();

        // when, then
        assertThat(IntStream.range(0, 10_000)
                        .mapToDouble(i -> shares[i])
                        .average()
                        .orElseThrow())
                .isBetween(0.48, 0.52);
        assertThat(IntStream.range(0, 10_000).filter(i -> shares[i] < 0.1).count())
                .isBetween(900L, 1_100L);
    }

    @Test
    void aWaveIsBoundedSmoothAndMoves() {
        // given
        double before = seed.wave(0, 10);
        double low = 0;
        double high = 0;

        // when, then
        for (int tenth = 1; tenth < 100_000; tenth++) {
            double now = seed.wave(tenth / 10.0, 10);
            assertThat(Math.abs(now - before)).isLessThan(0.031);
            low = Math.min(low, now);
            high = Math.max(high, now);
            before = now;
        }

        assertThat(low).isBetween(-1.0, -0.9);
        assertThat(high).isBetween(0.9, 1.0);
    }
}
