package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final SinkCounters counters = new SinkCounters();
    private final RetryPolicy retry = new RetryPolicy(counters);

    @Test
    void whatDoesNotAnswerIsTriedAgain() {
        var left = new AtomicInteger(2);

        String answer = retry.retryUntilDone(() -> {
            if (left.getAndDecrement() > 0) {
                throw new DependencyUnavailableException("away", null);
            }
            return "there";
        });

        assertThat(answer).isEqualTo("there");
        assertThat(counters.retries()).isEqualTo(2);
    }

    @Test
    void itEndsWhenTheSinkIsClosed() {
        retry.close();

        assertThatThrownBy(() -> retry.retryUntilDone((Runnable) () -> {
                    throw new DependencyUnavailableException("away", null);
                }))
                .isInstanceOf(RetryPolicy.SinkClosedException.class);
    }

    @Test
    void anotherFailureIsNotTriedAgain() {
        assertThatThrownBy(() -> retry.retryUntilDone((Runnable) () -> {
                    throw new IllegalStateException("a table is refused");
                }))
                .hasMessage("a table is refused");
        assertThat(counters.retries()).isZero();
    }
}
