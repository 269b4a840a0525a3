package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests the speed and the limits of the ward's clock. */
class SimulatedWardClockTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void atPlainSpeedItIsTheWallClock() {
        // when
        SimulatedWardClock clock = SimulatedWardClock.startingAt(NOW, 1);

        // then
        assertThat(clock.now(NOW)).isEqualTo(NOW);
        assertThat(clock.now(NOW.plusSeconds(90))).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void aFastClockRunsUntilItHasCaughtUpAndIsNeverAhead() {
        // when
        SimulatedWardClock clock = SimulatedWardClock.startingAt(NOW, 60);

        // then
        assertThat(Duration.between(clock.now(NOW), clock.now(NOW.plusSeconds(10))))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(clock.now(NOW.plus(SimulatedWardClock.HEADROOM))).isEqualTo(NOW.plus(SimulatedWardClock.HEADROOM));
        assertThat(clock.now(NOW.plus(Duration.ofDays(3)))).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @Test
    void anotherSpeedGoesOnFromWhatItShows() {
        // given
        SimulatedWardClock fast = SimulatedWardClock.startingAt(NOW, 60);
        Instant later = NOW.plusSeconds(60);

        // when
        SimulatedWardClock slow = fast.at(later, 1);

        // then
        assertThat(slow.now(later)).isEqualTo(fast.now(later));
        assertThat(slow.now(later.plusSeconds(5))).isEqualTo(fast.now(later).plusSeconds(5));
        assertThat(fast.at(later, 60)).isEqualTo(fast);
    }
}
