package org.vigie.platform.topic;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Runs actions one after the other on a thread of its own, so that two halves of a reading use two processors. */
public final class SequentialWorker implements AutoCloseable {
    private final BlockingQueue<Runnable> waiting;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Starts the thread.
     *
     * @param mostWaiting actions after which {@link #run} waits, so that memory stays bounded
     */
    public SequentialWorker(String name, int mostWaiting) {
        waiting = new ArrayBlockingQueue<>(mostWaiting);
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            while (!closing || !waiting.isEmpty()) {
                waiting.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Adds an action. After a failure nothing more is run.
     *
     * @throws RuntimeException that an earlier action threw; an error of it is its cause
     */
    public void run(Runnable action) {
        rethrow();
        put(() -> runUnlessFailed(action));
    }

    private void runUnlessFailed(Runnable action) {
        try {
            if (failure.get() == null) {
                action.run();
            }
        } catch (Throwable e) {
            // A thread that died of an error would let its caller wait for ever.
            failure.set(e);
        }
    }

    /**
     * Waits until all actions are done.
     *
     * @throws RuntimeException that one of them threw
     */
    public void finish() {
        var done = new FutureTask<>(() -> true);
        put(done);
        await(done);
        rethrow();
    }

    private void rethrow() {
        Throwable failed = failure.get();
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        if (failed != null) {
            throw new IllegalStateException(thread.getName() + " failed", failed);
        }
    }

    private void put(Runnable action) {
        try {
            waiting.put(action);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the thread after the actions that are waiting. A caller that was interrupted does not wait for it. */
    @Override
    public void close() {
        closing = true;
        // An action wakes the thread when none is waiting.
        var unused = waiting.offer(() -> {});
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
