package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the thread of the second half of a reading. */
class SequentialWorkerTest {
    @Test
    void actionsRunInTheirOrderAndMoreOfThemThanCanWait() {
        // given
        List<Integer> done = new ArrayList<>();
        try (var worker = new SequentialWorker("test", 10)) {
            // when
            IntStream.range(0, 5_000).forEach(each -> worker.run(() -> done.add(each)));
            worker.finish();
            // then
            assertThat(done).hasSize(5_000).isSorted();
        }
    }

    @Test
    void afterAFailureNothingMoreIsRunAndTheFailureIsThrown() {
        // given
        List<String> done = new ArrayList<>();
        try (var worker = new SequentialWorker("test", 10)) {
            // when
            worker.run(() -> {
                throw new IllegalStateException("the broker refused a record");
            });
            // then
            assertThatIllegalStateException().isThrownBy(worker::finish).withMessage("the broker refused a record");
            assertThatIllegalStateException().isThrownBy(() -> worker.run(() -> done.add("later")));
        }
        assertThat(done).isEmpty();
    }

    @Test
    void anErrorIsTheCauseOfWhatTheCallerGets() {
        // given
        try (var worker = new SequentialWorker("test", 1)) {
            // when
            worker.run(() -> {
                throw new StackOverflowError("a deep record");
            });
            // then
            assertThatIllegalStateException().isThrownBy(worker::finish).withCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void theThreadEndsAlsoWhenAnInterruptedCallerClosesIt() {
        // given
        List<Thread> threads = new ArrayList<>();
        try (var worker = new SequentialWorker("test", 1)) {
            worker.run(() -> threads.add(Thread.currentThread()));
            worker.finish();
            // when
            Thread.currentThread().interrupt();
        }
        // then
        assertThat(Thread.interrupted()).isTrue();
        await().atMost(Duration.ofMinutes(10)).until(() -> !threads.get(0).isAlive());
    }
}
