package org.vigie.platform.app;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.DataInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.vigie.platform.state.PositionalStateReader;

class StreamThreadReplacementTest {
    private static final StreamsException FENCED =
            new StreamsException("poll", new FencedInstanceIdException("alert-streams-1"));

    private final CountedWaits waits = new CountedWaits();
    private final FailingThreads threads = new FailingThreads();
    private final List<String> stopped = new ArrayList<>();
    private Set<String> members = Set.of();
    private final StreamThreadReplacement replacement = new StreamThreadReplacement(
            "alert-streams",
            threads,
            new InstanceNameCheck(() -> members, "alert-streams-1", waits),
            waits,
            stopped::add);

    @Test
    void aThreadThatWasFencedByItsOwnFormerMemberIsReplaced() {
        // when, then
        assertThat(replacement.replace(FENCED)).isEqualTo(REPLACE_THREAD);
        assertThat(stopped).isEmpty();
    }

    @Test
    void anAppWhoseNameAnotherProcessHasStopsAndSaysSo() {
        // given
        members = Set.of("alert-streams-1-1");

        // when, then
        assertThat(replacement.replace(FENCED)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(stopped)
                .containsExactly("alert-streams stopped: another process runs under the same name;"
                        + " give each process of the app an 'instance' and a 'stateDir' of its own");
    }

    @Test
    void anAppThatCannotReadItsStateStopsAndSaysSo() {
        // given
        var unreadable = catchThrowable(
                () -> new PositionalStateReader("app", 1, 1).read("memory", "bed", new byte[] {1}, DataInput::readInt));

        // when, then
        assertThat(replacement.replace(new StreamsException("task 0_1", unreadable)))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(stopped)
                .singleElement()
                .asString()
                .startsWith("alert-streams stopped: its own state cannot be read");
    }

    @Test
    void aThreadThatKafkaStreamsCouldNotReplaceIsAddedOnceTheDyingOneHasEnded() throws InterruptedException {
        // given
        threads.failures.set(3);

        // when
        var dying = new Thread(() -> replacement.replace(new TimeoutException("the broker is away")));
        dying.start();
        dying.join();

        // then
        await().atMost(Duration.ofMinutes(10)).until(() -> !threads.isMissing());
        assertThat(threads.asked).hasValue(4);
    }

    @Test
    void anAppThatHasAThreadGetsNoSecondOne() {
        // given
        threads.running = true;

        // when
        replacement.addMissing();

        // then
        assertThat(threads.asked).hasValue(0);
    }

    @Test
    void anAppThatIsClosedGetsNoThread() {
        // given
        waits.close();

        // when
        replacement.addMissing();

        // then
        assertThat(replacement.replace(new TimeoutException("late"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(threads.asked).hasValue(0);
    }

    /** Cannot be created some times, as while a name cannot be resolved. */
    private static final class FailingThreads implements StreamThreadReplacement.StreamThreads {
        final AtomicInteger failures = new AtomicInteger();
        final AtomicInteger asked = new AtomicInteger();
        volatile boolean running;

        @Override
        public boolean isMissing() {
            return !running;
        }

        @Override
        public void add() {
            asked.incrementAndGet();
            if (failures.getAndDecrement() > 0) {
                throw new KafkaException("Failed to construct kafka consumer");
            }
            running = true;
        }
    }
}
