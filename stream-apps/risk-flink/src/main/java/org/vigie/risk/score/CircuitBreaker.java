package org.vigie.risk.score;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a server alone that has failed several times in a row; after each pause one call tries whether it is back. Safe for many threads.
 */
final class CircuitBreaker {
    private final int breakAfter;
    private final Duration breakFor;
    private final Clock clock;

    private int failures;
    private Instant nextTrial = Instant.MIN;

    CircuitBreaker(int breakAfter, Duration breakFor, Clock clock) {
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
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        nextTrial = clock.instant().plus(breakFor);
    }

    synchronized boolean isOpen() {
        return failures >= breakAfter;
    }

    synchronized Instant nextTrial() {
        return nextTrial;
    }
}
