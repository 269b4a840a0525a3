package org.vigie.risk.score;

import java.io.Serializable;
import java.time.Duration;

/**
 * How patiently the model server is asked.
 *
 * @param timeout for one window, all its attempts together
 * @param retries at most, after the first attempt
 * @param retryAfter the pause before each
 * @param inFlight windows that wait for an answer at the same time
 * @param breakAfter failures in a row after which the server is left alone
 * @param breakFor how long; then one window tries it
 * @param explainEvery each so-many-th window of a stay is asked about with its contributions; 0: none
 */
public record ScoreSettings(
        Duration timeout,
        int retries,
        Duration retryAfter,
        int inFlight,
        int breakAfter,
        Duration breakFor,
        int explainEvery)
        implements Serializable {
    public ScoreSettings {
        positive("timeout", timeout);
        positive("retries", retries);
        positive("retryAfter", retryAfter);
        positive("inFlight", inFlight);
        positive("breakAfter", breakAfter);
        positive("breakFor", breakFor);
        if (explainEvery < 0) {
            throw new IllegalArgumentException("score.explainEvery: must not be negative, was " + explainEvery);
        }
    }

    public static ScoreSettings defaults() {
        return new ScoreSettings(Duration.ofSeconds(30), 2, Duration.ofMillis(500), 8, 10, Duration.ofSeconds(10), 12);
    }

    /** @param revision of the window, from 0 */
    boolean explains(long revision) {
        return explainEvery > 0 && revision % explainEvery == 0;
    }

    private static void positive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("score." + key + ": must be positive, was " + duration);
        }
    }

    private static void positive(String key, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("score." + key + ": must be positive, was " + number);
        }
    }
}
