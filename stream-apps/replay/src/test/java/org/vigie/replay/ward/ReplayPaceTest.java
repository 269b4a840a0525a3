package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPaceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-03-01T08:00:00Z");

    private final List<Instant> pauses = new ArrayList<>();

    @Test
    void tenTimesTheSpeedTakesATenthOfTheTime() throws Exception {
        // given
        ReplayPace pace = pace("10");
        // when
        pace.await(RECORDED);
        pace.await(RECORDED.plusSeconds(60));
        // then
        assertThat(pauses).containsExactly(NOW, NOW.plusSeconds(6));
    }

    @Test
    void theFastestSpeedWaitsForNothing() throws Exception {
        // given
        ReplayPace pace = pace("max");
        // when
        pace.await(RECORDED);
        pace.await(RECORDED.plusSeconds(60));
        // then
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "NaN"})
    void anotherSpeedIsRefused(String speed) {
        assertThatThrownBy(() -> pace(speed))
                .hasMessage("--speed: must be a positive number, or max, was '" + speed + "'");
    }

    private ReplayPace pace(String speed) {
        return new ReplayPace(speed, InstantSource.fixed(NOW), pauses::add);
    }
}
