package org.vigie.modelserver.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.vigie.model.protocol.Tensor;

/**
 * One thread that takes what is queued, answers it as one batch, and takes again. It never waits for more: while one batch computes, the
 * next one gathers.
 */
final class Batcher implements AutoCloseable {
    private final UnaryOperator<List<Tensor>> model;
    private final BlockingQueue<Pending> queue;
    private final int maxRows;
    private final Meter meter;
    private final Thread thread;
    private volatile boolean closed;

    private record Pending(List<Tensor> inputs, CompletableFuture<List<Tensor>> answer) {
        int rows() {
            return Rows.count(inputs);
        }
    }

    /** @param maxRows of one batch; no request may have more */
    Batcher(String name, UnaryOperator<List<Tensor>> model, int queue, int maxRows, Meter meter) {
        this.model = model;
        this.queue = new ArrayBlockingQueue<>(queue);
        this.maxRows = maxRows;
        this.meter = meter;
        thread = new Thread(this::run, "infer " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws ServingException OVERLOADED or STOPPING, at once */
    CompletableFuture<List<Tensor>> submit(List<Tensor> inputs) {
        Pending pending = new Pending(inputs, new CompletableFuture<>());
        if (!queue.offer(pending)) {
            throw new ServingException(
                    ServingException.Code.OVERLOADED, "overloaded: " + queue.size() + " requests are waiting");
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
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
    }

    private void run() {
        try {
            while (!closed) {
                answer(next());
            }
        } catch (InterruptedException e) {
            // Only close() interrupts; it refuses what is left.
            Thread.currentThread().interrupt();
        }
    }

    private List<Pending> next() throws InterruptedException {
        List<Pending> batch = new ArrayList<>(List.of(queue.take()));
        int rows = batch.get(0).rows();
        for (Pending more = queue.peek(); more != null && rows + more.rows() <= maxRows; more = queue.peek()) {
            rows += more.rows();
            batch.add(queue.remove());
        }
        // Who gave up waiting is not computed for.
        batch.removeIf(pending -> pending.answer().isDone());
        return batch;
    }

    private void answer(List<Pending> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Tensor> outputs =
                    model.apply(Rows.join(batch.stream().map(Pending::inputs).toList()));
            meter.batch(Rows.count(outputs));
            int row = 0;
            for (Pending pending : batch) {
                pending.answer().complete(Rows.slice(outputs, row, pending.rows()));
                row += pending.rows();
            }
        } catch (RuntimeException e) {
            ServingException failed = new ServingException(ServingException.Code.FAILED, "the model failed", e);
            batch.forEach(pending -> pending.answer().completeExceptionally(failed));
        }
    }

    private void refuseAll() {
        for (Pending pending = queue.poll(); pending != null; pending = queue.poll()) {
            pending.answer()
                    .completeExceptionally(
                            new ServingException(ServingException.Code.STOPPING, "the server is stopping"));
        }
    }
}
