package org.vigie.modelserver.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.vigie.model.protocol.FloatTensor;

/**
 * Computes queued requests in batches on several threads. While one thread computes a batch, the next one gathers. Only requests for the
 * same outputs share a batch.
 *
 * <p>When a batch fails, each of its requests is computed alone, so that a bad request does not fail others.
 */
final class RequestBatcher implements AutoCloseable {
    private final BatchFunction function;
    private final BlockingQueue<PendingRequest> queue;
    private final BatchLimits limits;
    private final InferenceMetrics metrics;
    private final List<Thread> threads;
    /** Held by the thread that gathers, so that queued requests form one batch instead of two halves. */
    private final Lock gathering = new ReentrantLock();
    /** A request from the queue that did not fit into the last batch; the next batch starts with it. */
    private PendingRequest held;

    private volatile boolean closed;

    /** Computes a batch. Safe for as many threads as there are workers. */
    @FunctionalInterface
    interface BatchFunction {
        List<FloatTensor> infer(List<FloatTensor> inputs, boolean explain);
    }

    /**
     * Holds the limits of a batcher.
     *
     * @param queue requests that may wait
     * @param workers batches that are computed at the same time
     * @param maxRows of one batch; no request may have more
     * @param maxWait time to wait for more requests when a batch is not full; zero for no wait
     */
    record BatchLimits(int queue, int workers, int maxRows, Duration maxWait) {}

    RequestBatcher(String name, BatchFunction function, BatchLimits limits, InferenceMetrics metrics) {
        this.function = function;
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        this.limits = limits;
        this.metrics = metrics;
        threads = IntStream.rangeClosed(1, limits.workers())
                .mapToObj(worker -> new Thread(this::run, "infer " + name + " " + worker))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    /** @throws ServingException OVERLOADED or STOPPING, at once */
    CompletableFuture<List<FloatTensor>> submit(List<FloatTensor> inputs, boolean explain) {
        PendingRequest pending = new PendingRequest(inputs, explain, System.nanoTime(), new CompletableFuture<>());
        if (!queue.offer(pending)) {
            throw new ServingException(
                    ServingException.ServingErrorCode.OVERLOADED,
                    "overloaded: " + queue.size() + " requests are waiting");
        }
        if (closed) {
            refuseAll();
        }
        return pending.answer();
    }

    int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        joinAll();
        if (held != null) {
            refuse(held);
        }
        refuseAll();
    }

    private void joinAll() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                answer(gather());
            }
        } catch (InterruptedException e) {
            // Only close() interrupts; it refuses the remaining requests.
            Thread.currentThread().interrupt();
        }
    }

    private List<PendingRequest> gather() throws InterruptedException {
        gathering.lockInterruptibly();
        try {
            return next();
        } finally {
            gathering.unlock();
        }
    }

    private List<PendingRequest> next() throws InterruptedException {
        PendingRequest first = held == null ? queue.take() : held;
        List<PendingRequest> batch = new ArrayList<>(List.of(first));
        int rows = first.rows();
        long deadline = System.nanoTime() + limits.maxWait().toNanos();
        held = rows < limits.maxRows() ? within(deadline) : null;
        while (fits(first, rows, held)) {
            rows += held.rows();
            batch.add(held);
            held = rows < limits.maxRows() ? within(deadline) : null;
        }
        // A request that was cancelled or timed out is not computed.
        batch.removeIf(pending -> pending.answer().isDone());
        return batch;
    }

    /** Takes the next request, at the latest at the deadline; null when there is none. */
    private PendingRequest within(long deadline) {
        try {
            long left = deadline - System.nanoTime();
            return left <= 0 ? queue.poll() : queue.poll(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // Only close() interrupts; the gathered requests are computed first.
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private boolean fits(PendingRequest first, int rows, PendingRequest more) {
        return more != null && more.explain() == first.explain() && rows + more.rows() <= limits.maxRows();
    }

    private void answer(List<PendingRequest> batch) {
        long now = System.nanoTime();
        batch.forEach(pending -> metrics.recordQueueTime(now - pending.since()));
        try {
            if (!batch.isEmpty()) {
                compute(batch);
            }
        } catch (RuntimeException | Error e) {
            // The worker must go on after an Error too: the native engine throws them, and no other thread takes its
            // place.
            fail(batch, e);
        }
    }

    /** Computes each request of a failed batch alone; a request that was alone fails. */
    private void fail(List<PendingRequest> batch, Throwable why) {
        if (batch.size() > 1) {
            batch.forEach(alone -> answerAlone(alone));
        } else {
            batch.get(0).fail(failed(why));
        }
    }

    private void answerAlone(PendingRequest alone) {
        try {
            compute(List.of(alone));
        } catch (RuntimeException | Error e) {
            alone.fail(failed(e));
        }
    }

    private static ServingException failed(Throwable why) {
        return new ServingException(ServingException.ServingErrorCode.FAILED, "the model failed", why);
    }

    private void compute(List<PendingRequest> batch) {
        TensorRows inputs =
                TensorRows.join(batch.stream().map(PendingRequest::inputs).toList());
        TensorRows outputs =
                new TensorRows(function.infer(inputs.tensors(), batch.get(0).explain()));
        outputs.check(inputs.count());
        metrics.batch(outputs.count());
        int row = 0;
        for (PendingRequest pending : batch) {
            pending.answer().complete(outputs.slice(row, pending.rows()));
            row += pending.rows();
        }
    }

    private void refuseAll() {
        for (PendingRequest pending = queue.poll(); pending != null; pending = queue.poll()) {
            refuse(pending);
        }
    }

    private static void refuse(PendingRequest pending) {
        pending.fail(new ServingException(ServingException.ServingErrorCode.STOPPING, "the model is being stopped"));
    }
}
