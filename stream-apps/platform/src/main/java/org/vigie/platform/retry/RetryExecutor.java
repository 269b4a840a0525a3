package org.vigie.platform.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Repeats an attempt with back-off on the calling thread, until it succeeds or the executor is closed. */
public final class RetryExecutor implements AutoCloseable {
    private final ExponentialBackoff backoff;
    private final Predicate<RuntimeException> isTransient;
    private final RetryListener listener;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Receives each failure before the pause. */
    @FunctionalInterface
    public interface RetryListener {
        /** @param retry that follows, from 1 */
        void failed(int retry, RuntimeException failure);
    }

    /** @param isTransient true for a failure after which the next attempt may succeed; others are thrown on */
    public RetryExecutor(ExponentialBackoff backoff, Predicate<RuntimeException> isTransient, RetryListener listener) {
        this.backoff = backoff;
        this.isTransient = isTransient;
        this.listener = listener;
    }

    /**
     * Repeats an attempt until it returns.
     *
     * @throws RetryClosedException when it is closed before that
     */
    public <T> T retryUntilDone(Supplier<T> attempt) {
        for (int retry = 1; ; retry++) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                awaitRetry(retry, e);
            }
        }
    }

    private void awaitRetry(int retry, RuntimeException failure) {
        if (!isTransient.test(failure)) {
            throw failure;
        }
        listener.failed(retry, failure);
        if (isClosedWithin(backoff.pause(retry))) {
            throw new RetryClosedException();
        }
    }

    /** Repeats an attempt that returns nothing. */
    public void retryUntilDone(Runnable attempt) {
        var unused = retryUntilDone(() -> {
            attempt.run();
            return true;
        });
    }

    /**
     * Repeats an attempt until it returns or the executor is closed. A closed executor makes no attempt.
     *
     * @return false when the executor was closed before the attempt returned
     */
    public boolean isDoneBeforeClose(Runnable attempt) {
        if (isClosed()) {
            return false;
        }
        try {
            retryUntilDone(attempt);
            return true;
        } catch (RetryClosedException e) {
            return false;
        }
    }

    /** Waits on the calling thread. An interrupt closes the executor. @return true when it was closed before that time */
    public boolean isClosedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            return true;
        }
    }

    public boolean isClosed() {
        return closing.getCount() == 0;
    }

    /** Ends every wait. */
    @Override
    public void close() {
        closing.countDown();
    }
}
