package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Counters counters = new Counters();
    private final Patience patience = new Patience(counters);

    @Test
    void whatDoesNotAnswerIsTriedAgain() {
        var left = new AtomicInteger(2);

        String answer = patience.until(() -> {
            if (left.getAndDecrement() > 0) {
                throw new UnavailableException("away", null);
            }
            return "there";
        });

        assertThat(answer).isEqualTo("there");
        assertThat(counters.retries()).isEqualTo(2);
    }

    @Test
    void itEndsWhenTheSinkIsClosed() {
        patience.close();

        assertThatThrownBy(() -> patience.until((Runnable) () -> {
                    throw new UnavailableException("away", null);
                }))
                .isInstanceOf(Patience.ClosedException.class);
    }

    @Test
    void anotherFailureIsNotTriedAgain() {
        assertThatThrownBy(() -> patience.until((Runnable) () -> {
                    throw new IllegalStateException("a table is refused");
                }))
                .hasMessage("a table is refused");
        assertThat(counters.retries()).isZero();
    }
}
