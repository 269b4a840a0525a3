package org.vigie.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.testing.time.TestClock;

/** Tests when calls are stopped and tried again. */
class CircuitBreakerTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final TestClock clock = new TestClock(START);
    private final CircuitBreaker breaker = new CircuitBreaker(Duration.ofSeconds(30), Duration.ofSeconds(10), clock);

    @Test
    void failuresOfLessThanTheLimitChangeNothing() {
        // given
        breaker.failed();
        breaker.failed();

        // when
        clock.advance(Duration.ofMillis(29_999));

        // then
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aSuccessResetsTheCountOfFailures() {
        // given
        breaker.failed();
        clock.advance(Duration.ofSeconds(29));

        // when
        breaker.succeeded();
        breaker.failed();
        clock.advance(Duration.ofSeconds(29));

        // then
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void anOpenBreakerLetsNothingThroughDuringItsPause() {
        // given
        failForLong();

        // when
        clock.advance(Duration.ofMillis(9_999));

        // then
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void afterThePauseOneCallTries() {
        // given
        failForLong();

        // when
        clock.advance(Duration.ofSeconds(10));

        // then
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void aTrialThatSucceedsClosesIt() {
        // given
        failForLong();
        clock.advance(Duration.ofSeconds(10));
        breaker.allows();

        // when
        breaker.succeeded();

        // then
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void aTrialThatFailsOpensItForAnotherPause() {
        // given
        failForLong();
        clock.advance(Duration.ofSeconds(10));
        breaker.allows();
        clock.advance(Duration.ofSeconds(1));

        // when
        breaker.failed();
        clock.advance(Duration.ofMillis(9_999));

        // then
        assertThat(breaker.allows()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(breaker.allows()).isTrue();
    }

    private void failForLong() {
        breaker.failed();
        clock.advance(Duration.ofSeconds(30));
        breaker.failed();
    }
}
