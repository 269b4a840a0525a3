package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.platform.progress.ReadHorizon;

/** Tests which sweeps of a halted process are left out, and which go on. */
class HaltedSweepFilterTest {
    private static final Instant RESUMED = Instant.parse("2026-03-01T08:00:00Z");

    private final ResumedHorizon horizon = new ResumedHorizon();
    private final HaltedSweepFilter filter = new HaltedSweepFilter(horizon);

    private static final class ResumedHorizon implements ReadHorizon {
        private Optional<Instant> resumed = Optional.empty();

        @Override
        public long of(int clean, Set<Integer> raw, long now) {
            return now;
        }

        @Override
        public Optional<Instant> resumedAt() {
            return resumed;
        }
    }

    @Test
    void aSweepDoesNotGoOnAfterAHalt() {
        // given
        boolean leftOut = filter.isLeftOut();

        // when
        horizon.resumed = Optional.of(RESUMED);

        // then
        assertThat(leftOut).isFalse();
        assertThat(filter.mayGoOn()).isFalse();
    }

    @Test
    void aSweepThatBeganAfterTheHaltGoesOn() {
        // given
        horizon.resumed = Optional.of(RESUMED);

        // when
        boolean first = filter.isLeftOut();
        boolean second = filter.isLeftOut();
        boolean third = filter.isLeftOut();

        // then
        assertThat(first).isTrue();
        assertThat(second).isTrue();
        assertThat(third).isFalse();
        assertThat(filter.mayGoOn()).isTrue();
    }

    @Test
    void withoutAHaltASweepGoesOn() {
        // when, then
        assertThat(filter.mayGoOn()).isTrue();
    }
}
