package org.vigie.gateway.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlaybackScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void atItsOwnPaceItBeginsNow() {
        // when
        PlaybackSchedule times = PlaybackSchedule.of(NOW, Duration.ofHours(8), 1);

        // then
        assertThat(times.measured(Duration.ofMinutes(3))).isEqualTo(NOW.plusSeconds(180));
        assertThat(times.due(Duration.ofMinutes(3))).isEqualTo(NOW.plusSeconds(180));
    }

    @Test
    void playedFasterItMeetsTheWallsClockAtItsEndAndIsNeverAhead() {
        // when
        PlaybackSchedule times = PlaybackSchedule.of(NOW, Duration.ofHours(8), 4);

        // then
        assertThat(times.start()).isEqualTo(NOW.minus(Duration.ofHours(6)));
        assertThat(times.due(Duration.ofHours(4))).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(times.measured(Duration.ofHours(4))).isEqualTo(NOW.minus(Duration.ofHours(2)));
        assertThat(times.measured(Duration.ofHours(8))).isEqualTo(times.due(Duration.ofHours(8)));
    }

    @Test
    void slowerThanItWasIsRefused() {
        assertThatThrownBy(() -> PlaybackSchedule.of(NOW, Duration.ofHours(8), 0.5))
                .hasMessageContaining("speed");
    }
}
