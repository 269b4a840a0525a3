package org.vigie.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryExecutorTest {
    private final List<Integer> failures = new ArrayList<>();
    private final RetryExecutor retry = new RetryExecutor(
            ExponentialBackoff.doubling(Duration.ofMillis(1), Duration.ofMillis(2)),
            IllegalStateException.class::isInstance,
            (number, failure) -> failures.add(number));

    @Test
    void anAttemptIsRepeatedUntilItReturns() {
        var left = new AtomicInteger(2);

        String answer = retry.retryUntilDone(() -> {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
            return "there";
        });

        assertThat(answer).isEqualTo("there");
        assertThat(failures).containsExactly(1, 2);
    }

    @Test
    void aClosedExecutorTriesOnceAndGivesUp() {
        retry.close();

        assertThatThrownBy(() -> retry.retryUntilDone((Runnable) () -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(RetryClosedException.class);
        assertThat(failures).containsExactly(1);
    }

    @Test
    void aFailureThatDoesNotPassIsThrownAtOnce() {
        assertThatThrownBy(() -> retry.retryUntilDone((Runnable) () -> {
                    throw new IllegalArgumentException("a table is refused");
                }))
                .hasMessage("a table is refused");
        assertThat(failures).isEmpty();
    }

    @Test
    void aPauseEndsAtOnceWhenItIsClosed() {
        retry.close();

        assertThat(retry.isClosedWithin(Duration.ofDays(1))).isTrue();
    }
}
