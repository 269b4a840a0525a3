package org.vigie.modelserver.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.model.protocol.FloatTensor;

class RequestBatcherTest {
    private final Semaphore turns = new Semaphore(0);
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final List<Boolean> explained = new CopyOnWriteArrayList<>();
    private final InferenceMetrics metrics = new InferenceMetrics(Labels.EMPTY);
    private final RequestBatcher batcher =
            new RequestBatcher("test", this::doubled, new RequestBatcher.BatchLimits(4, 1, 8, Duration.ZERO), metrics);

    @AfterEach
    void close() {
        turns.release(1000);
        batcher.close();
    }

    @Test
    void whatIsQueuedIsAnsweredTogetherAndEachGetsItsOwn() throws Exception {
        // given: the model is busy with a first request
        var first = batcher.submit(rows(1), false);
        awaitComputation();
        var second = batcher.submit(rows(2, 3), false);
        var third = batcher.submit(rows(4), false);

        // when
        turns.release(2);

        // then
        assertThat(get(first)).containsExactly(2);
        assertThat(get(second)).containsExactly(4, 6);
        assertThat(get(third)).containsExactly(8);
        assertThat(batches).containsExactly(1, 3);
        var rows = histogram("vigie_inference_batch_rows");
        assertThat(rows.getClassicBuckets().stream().limit(4).map(ClassicHistogramBucket::getCount))
                .containsExactly(1L, 0L, 1L, 0L);
        assertThat(rows.getSum()).isEqualTo(4);
        assertThat(histogram("vigie_inference_queue_seconds").getCount()).isEqualTo(3);
    }

    private HistogramDataPointSnapshot histogram(String name) {
        return metrics.collect().stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .map(metric -> ((HistogramSnapshot) metric).getDataPoints().get(0))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBatchNeverHasMoreRowsThanItMay() throws Exception {
        // given
        busy();
        var six = batcher.submit(rows(1, 2, 3, 4, 5, 6), false);
        var three = batcher.submit(rows(7, 8, 9), false);

        // when
        turns.release(3);

        // then
        assertThat(get(six)).hasSize(6);
        assertThat(get(three)).containsExactly(14, 16, 18);
        assertThat(batches).containsExactly(1, 6, 3);
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        // given
        busy();
        for (int i = 0; i < 4; i++) {
            var unused = batcher.submit(rows(i), false);
        }

        // when, then
        assertThatThrownBy(() -> batcher.submit(rows(9), false))
                .isInstanceOfSatisfying(
                        ServingException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ServingException.ServingErrorCode.OVERLOADED))
                .hasMessage("overloaded: 4 requests are waiting");
    }

    @Test
    void aFailureHitsItsBatchAndTheNextOneIsAnswered() throws Exception {
        // given
        var failing = batcher.submit(rows(-1), false);
        turns.release(2);

        // when, then
        assertThatThrownBy(() -> get(failing)).hasRootCauseMessage("negative");

        assertThat(get(batcher.submit(rows(5), false))).containsExactly(10);
    }

    @Test
    void aWorkerGoesOnAfterAnErrorOfTheEngine() throws Exception {
        // given
        RequestBatcher.BatchFunction broken = (inputs, explain) -> {
            if (inputs.get(0).data()[0] < 0) {
                throw new OutOfMemoryError("no native memory");
            }
            return inputs;
        };
        try (RequestBatcher one = new RequestBatcher(
                "one",
                broken,
                new RequestBatcher.BatchLimits(4, 1, 1, Duration.ZERO),
                new InferenceMetrics(Labels.EMPTY))) {
            // when
            var failing = one.submit(rows(-1), false);
            var next = one.submit(rows(5), false);

            // then
            assertThatThrownBy(() -> get(failing)).hasRootCauseMessage("no native memory");
            assertThat(get(next)).containsExactly(5);
        }
    }

    @Test
    void anAnswerWithOtherRowsThanTheRequestsFailsAndIsNeverGivenToThem() {
        // given: a graph that gives one row whatever it gets
        RequestBatcher.BatchFunction oneRow =
                (inputs, explain) -> List.of(new FloatTensor("p", new long[] {1}, new float[] {.5F}));
        try (RequestBatcher one = new RequestBatcher(
                "one",
                oneRow,
                new RequestBatcher.BatchLimits(4, 1, 8, Duration.ZERO),
                new InferenceMetrics(Labels.EMPTY))) {
            // when
            var two = one.submit(rows(1, 2), false);

            // then
            assertThatThrownBy(() -> get(two)).hasRootCauseMessage("p: must have 2 rows as the inputs, had 1");
        }
    }

    @Test
    void aBadRequestHarmsNoOtherOfItsBatch() throws Exception {
        // given
        busy();
        var good = batcher.submit(rows(2), false);
        var bad = batcher.submit(rows(-1), false);

        // when
        turns.release(10);

        // then
        assertThat(get(good)).containsExactly(4);
        assertThatThrownBy(() -> get(bad)).hasRootCauseMessage("negative");
    }

    @Test
    void onlyThoseThatAskForTheSameShareABatch() throws Exception {
        // given
        busy();
        var plain = batcher.submit(rows(2), false);
        var withReasons = batcher.submit(rows(3), true);

        // when
        turns.release(3);

        // then
        assertThat(get(plain)).containsExactly(4);
        assertThat(get(withReasons)).containsExactly(6);
        assertThat(batches).containsExactly(1, 1, 1);
        assertThat(explained).containsExactly(false, false, true);
    }

    @Test
    void aBatchThatIsNotFullWaitsForMoreWhenItMay() throws Exception {
        try (RequestBatcher patient = new RequestBatcher(
                "patient",
                this::doubled,
                new RequestBatcher.BatchLimits(4, 1, 2, Duration.ofMinutes(10)),
                new InferenceMetrics(Labels.EMPTY))) {
            // given
            turns.release(1);

            var first = patient.submit(rows(1), false);
            Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> patient.waiting() == 0);
            // when
            var second = patient.submit(rows(2), false);

            // then
            assertThat(get(first)).containsExactly(2);
            assertThat(get(second)).containsExactly(4);
            assertThat(batches).containsExactly(2);
        }
    }

    @Test
    void twoWorkersComputeTwoBatchesAtTheSameTime() throws Exception {
        // given
        Phaser bothCompute = new Phaser(2);
        RequestBatcher.BatchFunction together = (inputs, explain) -> {
            int unused = bothCompute.arriveAndAwaitAdvance();
            return inputs;
        };
        try (RequestBatcher pair = new RequestBatcher(
                "pair",
                together,
                new RequestBatcher.BatchLimits(4, 2, 1, Duration.ZERO),
                new InferenceMetrics(Labels.EMPTY))) {
            var first = pair.submit(rows(1), false);
            var second = pair.submit(rows(2), false);

            // when, then
            assertThat(get(first)).containsExactly(1);
            assertThat(get(second)).containsExactly(2);
        }
    }

    @Test
    void whoGaveUpIsNotComputedFor() throws Exception {
        // given
        busy();
        batcher.submit(rows(2), false).cancel(false);
        var patient = batcher.submit(rows(3), false);

        // when
        turns.release(2);

        // then
        assertThat(get(patient)).containsExactly(6);
        assertThat(batches).containsExactly(1, 1);
    }

    @Test
    void aRequestThatWaitsWhenTheServerStopsIsRefusedWithTheReason() {
        // given
        busy();
        var waiting = batcher.submit(rows(2), false);

        // when
        turns.release(1000);
        batcher.close();

        // then
        assertThat(waiting).isDone();
        assertThatThrownBy(() -> get(batcher.submit(rows(3), false)))
                .hasMessageContaining("the model is being stopped");
    }

    private void busy() {
        var unused = batcher.submit(rows(1), false);
        awaitComputation();
    }

    /** Waits until the model computes: before, a further request could still join the batch. */
    private void awaitComputation() {
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> !explained.isEmpty());
    }

    private List<FloatTensor> doubled(List<FloatTensor> inputs, boolean explain) {
        explained.add(explain);
        turns.acquireUninterruptibly();
        FloatTensor input = inputs.get(0);
        batches.add(input.data().length);
        float[] doubled = input.data().clone();
        for (int i = 0; i < doubled.length; i++) {
            if (doubled[i] < 0) {
                throw new IllegalStateException("negative");
            }
            doubled[i] *= 2;
        }
        return List.of(new FloatTensor("doubled", input.shape(), doubled));
    }

    private static List<FloatTensor> rows(float... values) {
        return new ArrayList<>(List.of(new FloatTensor("x", new long[] {values.length, 1}, values)));
    }

    private static float[] get(CompletableFuture<List<FloatTensor>> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(10, TimeUnit.MINUTES).get(0).data();
    }
}
