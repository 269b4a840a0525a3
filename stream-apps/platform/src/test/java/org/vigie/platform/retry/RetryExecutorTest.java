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
        // given
        var left = new AtomicInteger(2);

        // when
        String answer = retry.retryUntilDone(() -> {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
            return "there";
        });

        // then
        assertThat(answer).isEqualTo("there");
        assertThat(failures).containsExactly(1, 2);
    }

    @Test
    void aClosedExecutorTriesOnceAndGivesUp() {
        // given
        retry.close();

        // when, then
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
    void aFailedAttemptIsRepeatedUntilItIsDone() {
        // given
        var left = new AtomicInteger(2);

        // when
        boolean isDone = retry.isDoneBeforeClose(() -> {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
        });

        // then
        assertThat(isDone).isTrue();
        assertThat(failures).containsExactly(1, 2);
    }

    @Test
    void anAttemptIsNotDoneWhenTheExecutorIsClosedMeanwhile() {
        // when
        boolean isDone = retry.isDoneBeforeClose(() -> {
            retry.close();
            throw new IllegalStateException("away");
        });

        // then
        assertThat(isDone).isFalse();
        assertThat(failures).containsExactly(1);
    }

    @Test
    void aClosedExecutorMakesNoFurtherAttempt() {
        // given
        var attempts = new AtomicInteger();
        retry.close();

        // when
        boolean isDone = retry.isDoneBeforeClose(attempts::incrementAndGet);

        // then
        assertThat(isDone).isFalse();
        assertThat(attempts).hasValue(0);
    }

    @Test
    void anInterruptClosesTheExecutor() {
        // given
        Thread.currentThread().interrupt();

        // when
        boolean isClosed = retry.isClosedWithin(Duration.ofDays(1));

        // then
        assertThat(isClosed).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(retry.isClosed()).isTrue();
    }

    @Test
    void aPauseEndsAtOnceWhenItIsClosed() {
        // when
        retry.close();

        // then
        assertThat(retry.isClosedWithin(Duration.ofDays(1))).isTrue();
    }
}
