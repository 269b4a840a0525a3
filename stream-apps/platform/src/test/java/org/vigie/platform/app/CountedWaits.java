package org.vigie.platform.app;

import java.time.Duration;

/** Counts the waits of an app in place of waiting. */
final class CountedWaits extends ClosingSignal {
    Duration waited = Duration.ZERO;

    @Override
    boolean isClosedWithin(Duration pause) {
        if (!isClosed()) {
            waited = waited.plus(pause);
        }
        return isClosed();
    }
}
