package org.vigie.risk.score;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stops calls to a server that has only failed for some time. After each pause one call tests whether the server has recovered.
 * Thread-safe.
 */
public final class CircuitBreaker {
    private final Duration breakAfter;
    private final Duration breakFor;
    private final Clock clock;

    private Optional<Instant> failingSince = Optional.empty();
    private Instant nextTrial = Instant.MIN;

    public CircuitBreaker(Duration breakAfter, Duration breakFor, Clock clock) {
        this.breakAfter = breakAfter;
        this.breakFor = breakFor;
        this.clock = clock;
    }

    /** Returns true when a call may be made now. */
    public synchronized boolean allows() {
        if (!isOpen()) {
            return true;
        }
        if (clock.instant().isBefore(nextTrial)) {
            return false;
        }
        nextTrial = clock.instant().plus(breakFor);
        return true;
    }

    public synchronized void succeeded() {
        failingSince = Optional.empty();
    }

    /** Notes a failure. @return true for the first one after a success */
    public synchronized boolean failed() {
        boolean first = failingSince.isEmpty();
        failingSince = failingSince.or(() -> Optional.of(clock.instant()));
        nextTrial = clock.instant().plus(breakFor);
        return first;
    }

    synchronized boolean isOpen() {
        return failingSince
                .filter(since -> !clock.instant().isBefore(since.plus(breakAfter)))
                .isPresent();
    }

    /** Returns the start of the failures; {@link Instant#MAX} without failures. */
    synchronized Instant failingSince() {
        return failingSince.orElse(Instant.MAX);
    }

    synchronized Instant nextTrial() {
        return nextTrial;
    }
}
