package org.vigie.risk.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.risk.FixedClock;

class CircuitBreakerTest {
    private final FixedClock clock = new FixedClock();
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(10), clock);

    @Test
    void fewerFailuresThanTheLimitChangeNothing() {
        // when
        fail(2);

        // then
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aSuccessForgetsTheFailuresBeforeIt() {
        // given
        fail(2);

        // when
        breaker.succeeded();
        fail(2);

        // then
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void anOpenBreakerLetsNothingThroughDuringItsPause() {
        // given
        fail(3);

        // when
        clock.advance(Duration.ofMillis(9_999));

        // then
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void afterThePauseOneCallTries() {
        // given
        fail(3);

        // when
        clock.advance(Duration.ofSeconds(10));

        // then
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void aTrialThatSucceedsClosesIt() {
        // given
        fail(3);
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
        fail(3);
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

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            breaker.failed();
        }
    }
}
