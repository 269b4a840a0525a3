package org.vigie.risk.score;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves a server alone that has done nothing but fail for some time; after each pause one call tries whether it is back. Safe for many
 * threads.
 */
final class CircuitBreaker {
    private final Duration breakAfter;
    private final Duration breakFor;
    private final Clock clock;

    private Optional<Instant> failingSince = Optional.empty();
    private Instant nextTrial = Instant.MIN;

    CircuitBreaker(Duration breakAfter, Duration breakFor, Clock clock) {
        this.breakAfter = breakAfter;
        this.breakFor = breakFor;
        this.clock = clock;
    }

    /** Whether a call may be made now. */
    synchronized boolean allows() {
        if (!isOpen()) {
            return true;
        }
        if (clock.instant().isBefore(nextTrial)) {
            return false;
        }
        nextTrial = clock.instant().plus(breakFor);
        return true;
    }

    synchronized void succeeded() {
        failingSince = Optional.empty();
    }

    synchronized void failed() {
        failingSince = failingSince.or(() -> Optional.of(clock.instant()));
        nextTrial = clock.instant().plus(breakFor);
    }

    synchronized boolean isOpen() {
        return failingSince
                .filter(since -> !clock.instant().isBefore(since.plus(breakAfter)))
                .isPresent();
    }

    /** {@link Instant#MAX} when it does not. */
    synchronized Instant failingSince() {
        return failingSince.orElse(Instant.MAX);
    }

    synchronized Instant nextTrial() {
        return nextTrial;
    }
}
