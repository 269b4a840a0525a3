package org.vigie.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExponentialBackoffTest {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToTheLongest() {
        // given
        var backoff = ExponentialBackoff.doubling(FIRST, LONGEST);

        // when, then
        assertThat(IntStream.rangeClosed(1, 8)
                        .mapToLong(retry -> backoff.pause(retry).toMillis()))
                .containsExactly(50L, 100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
    }

    @Test
    void aRetryFarOutStillWaitsTheLongestPause() {
        assertThat(ExponentialBackoff.doubling(FIRST, LONGEST).pause(Integer.MAX_VALUE))
                .isEqualTo(LONGEST);
    }

    @Test
    void aConstantBackoffWaitsTheSameTimeBeforeEachRetry() {
        // when
        var backoff = ExponentialBackoff.constant(FIRST);

        // then
        assertThat(backoff.pause(1)).isEqualTo(FIRST);
        assertThat(backoff.pause(100)).isEqualTo(FIRST);
    }

    @Test
    void thereIsNoPauseBeforeTheFirstAttempt() {
        assertThat(ExponentialBackoff.doubling(FIRST, LONGEST).pause(0)).isZero();
    }

    @Test
    void jitterShortensAPauseByItsShareAtMost() {
        // given
        var backoff = new ExponentialBackoff(FIRST, 2, LONGEST, 0.5);
        var random = new Random(7);

        // when, then
        assertThat(IntStream.range(0, 100)
                        .mapToLong(one -> backoff.pause(2, random).toMillis()))
                .allMatch(millis -> millis >= 50 && millis <= 100)
                .anyMatch(millis -> millis < 70)
                .anyMatch(millis -> millis > 80);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new ExponentialBackoff(Duration.ZERO, 2, LONGEST, 0))
                .hasMessageContaining("first:");
        assertThatThrownBy(() -> new ExponentialBackoff(FIRST, 0.9, LONGEST, 0)).hasMessageContaining("factor:");
        assertThatThrownBy(() -> new ExponentialBackoff(LONGEST, 2, FIRST, 0)).hasMessageContaining("longest:");
        assertThatThrownBy(() -> new ExponentialBackoff(FIRST, 2, LONGEST, 1.1)).hasMessageContaining("jitter:");
    }
}
