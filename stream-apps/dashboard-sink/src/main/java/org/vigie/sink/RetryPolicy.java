package org.vigie.sink;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again, after 50 ms, then twice as long each time up to 2 s, until it succeeds or the sink is closed. Nothing else is read
 * meanwhile: the topics hold what comes.
 */
final class RetryPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(RetryPolicy.class);
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final SinkCounters counters;
    private final CountDownLatch closing = new CountDownLatch(1);

    RetryPolicy(SinkCounters counters) {
        this.counters = counters;
    }

    /** The sink was closed while it waited. What was not stored is read again after the next start. */
    static final class SinkClosedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    void close() {
        closing.countDown();
    }

    boolean isClosed() {
        return closing.getCount() == 0;
    }

    /**
     * @return what {@code attempt} gave at last
     * @throws SinkClosedException when the sink is closed before that
     */
    <T> T retryUntilDone(Supplier<T> attempt) {
        Duration pause = FIRST;
        while (true) {
            try {
                return attempt.get();
            } catch (DependencyUnavailableException e) {
                counters.retry();
                if (pause.equals(FIRST)) {
                    LOG.warn("{}, waiting until it does: {}", e.getMessage(), String.valueOf(e.getCause()));
                }
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            }
        }
    }

    /** As {@link #retryUntilDone(Supplier)}, of an attempt that gives nothing. */
    void retryUntilDone(Runnable attempt) {
        retryUntilDone(() -> {
            attempt.run();
            return true;
        });
    }

    /** Waits as long as between two tries at most. */
    void pause() {
        try {
            closing.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Duration pause) {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SinkClosedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkClosedException();
        }
    }
}
