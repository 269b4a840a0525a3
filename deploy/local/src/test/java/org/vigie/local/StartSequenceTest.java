package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartSequenceTest {
    private final StartSequence sequence = new StartSequence();
    private final List<String> started = new CopyOnWriteArrayList<>();

    @Test
    void aStepBeginsAfterTheOneThatItNeeds() throws Exception {
        // given
        var broker = new CompletableFuture<Void>();
        var unused = sequence.beginAfter(broker, () -> started.add("sink"));
        assertThat(started).isEmpty();

        // when
        broker.complete(null);
        sequence.await();

        // then
        assertThat(started).containsExactly("sink");
    }

    @Test
    void theFailureOfAStepIsReportedWhileAnotherOneStillWaits() throws Exception {
        // given
        var reported = new CompletableFuture<Throwable>();
        var never = sequence.beginAfter(new CompletableFuture<>(), () -> started.add("flink"));
        var failing = sequence.begin(() -> {
            throw new WardStartException("The folder of the models is empty.");
        });

        // when
        sequence.onFailure(reported::complete);

        // then
        assertThat(reported.get(10, TimeUnit.MINUTES)).hasMessage("The folder of the models is empty.");
        assertThat(failing).isCompletedExceptionally();
        assertThat(never).isNotDone();
        assertThat(started).isEmpty();
    }

    @Test
    void theWaitForAllStepsEndsWithTheFailureOfOneWhileAnotherStillStarts() {
        // given
        var starting = sequence.beginAfter(new CompletableFuture<>(), () -> started.add("flink"));
        var unused = sequence.begin(() -> {
            throw new WardStartException("The port is taken.");
        });

        // when, then
        assertThatThrownBy(sequence::await)
                .isInstanceOf(WardStartException.class)
                .hasMessage("The port is taken.");
        assertThat(starting).isNotDone();
    }
}
