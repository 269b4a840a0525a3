package org.vigie.modelserver.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.model.protocol.Tensor;

class BatcherTest {
    private final Semaphore turns = new Semaphore(0);
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final Meter meter = new Meter();
    private final Batcher batcher = new Batcher("test", this::doubled, 4, 8, meter);

    @AfterEach
    void close() {
        turns.release(1000);
        batcher.close();
    }

    @Test
    void whatIsQueuedIsAnsweredTogetherAndEachGetsItsOwn() throws Exception {
        // given: the model is busy with a first request
        var first = batcher.submit(rows(1));
        Awaitility.await().until(() -> batcher.waiting() == 0);
        var second = batcher.submit(rows(2, 3));
        var third = batcher.submit(rows(4));

        // when
        turns.release(2);

        // then
        assertThat(get(first)).containsExactly(2);
        assertThat(get(second)).containsExactly(4, 6);
        assertThat(get(third)).containsExactly(8);
        assertThat(batches).containsExactly(1, 3);
        assertThat(meter.batches()).isEqualTo(2);
        assertThat(meter.rows()).isEqualTo(4);
    }

    @Test
    void aBatchNeverHasMoreRowsThanItMay() throws Exception {
        busy();
        var six = batcher.submit(rows(1, 2, 3, 4, 5, 6));
        var three = batcher.submit(rows(7, 8, 9));

        turns.release(3);

        assertThat(get(six)).hasSize(6);
        assertThat(get(three)).containsExactly(14, 16, 18);
        assertThat(batches).containsExactly(1, 6, 3);
    }

    @Test
    void aFullQueueSaysSoAtOnce() {
        busy();
        for (int i = 0; i < 4; i++) {
            var unused = batcher.submit(rows(i));
        }

        assertThatThrownBy(() -> batcher.submit(rows(9)))
                .isInstanceOfSatisfying(
                        ServingException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ServingException.Code.OVERLOADED))
                .hasMessage("overloaded: 4 requests are waiting");
    }

    @Test
    void aFailureHitsItsBatchAndTheNextOneIsAnswered() throws Exception {
        var failing = batcher.submit(rows(-1));
        turns.release(2);
        assertThatThrownBy(() -> get(failing)).hasRootCauseMessage("negative");

        assertThat(get(batcher.submit(rows(5)))).containsExactly(10);
    }

    @Test
    void whoGaveUpIsNotComputedFor() throws Exception {
        busy();
        batcher.submit(rows(2)).cancel(false);
        var patient = batcher.submit(rows(3));

        turns.release(2);

        assertThat(get(patient)).containsExactly(6);
        assertThat(batches).containsExactly(1, 1);
    }

    @Test
    void whoWaitsWhenTheServerStopsIsToldSo() {
        busy();
        var waiting = batcher.submit(rows(2));

        turns.release(1000);
        batcher.close();

        assertThat(waiting).isDone();
        assertThatThrownBy(() -> get(batcher.submit(rows(3)))).hasMessageContaining("the server is stopping");
    }

    private void busy() {
        var unused = batcher.submit(rows(1));
        Awaitility.await().until(() -> batcher.waiting() == 0);
    }

    private List<Tensor> doubled(List<Tensor> inputs) {
        turns.acquireUninterruptibly();
        Tensor input = inputs.get(0);
        batches.add(input.data().length);
        float[] doubled = input.data().clone();
        for (int i = 0; i < doubled.length; i++) {
            if (doubled[i] < 0) {
                throw new IllegalStateException("negative");
            }
            doubled[i] *= 2;
        }
        return List.of(new Tensor("doubled", input.shape(), doubled));
    }

    private static List<Tensor> rows(float... values) {
        return new ArrayList<>(List.of(new Tensor("x", new long[] {values.length, 1}, values)));
    }

    private static float[] get(CompletableFuture<List<Tensor>> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(30, TimeUnit.SECONDS).get(0).data();
    }
}
