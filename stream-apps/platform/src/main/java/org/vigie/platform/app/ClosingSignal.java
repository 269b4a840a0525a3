package org.vigie.platform.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the threads of an app that wait that the app is being closed. */
class ClosingSignal {
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Ends all waits. */
    final void close() {
        closing.countDown();
    }

    /** Returns whether the app is being closed. */
    final boolean isClosed() {
        return closing.getCount() == 0;
    }

    /** Waits, and returns whether the app is being closed before the time has passed. */
    boolean isClosedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
