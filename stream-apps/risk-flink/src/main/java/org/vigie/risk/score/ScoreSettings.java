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
 */
public record ScoreSettings(
        Duration timeout, int retries, Duration retryAfter, int inFlight, int breakAfter, Duration breakFor)
        implements Serializable {
    public ScoreSettings {
        positive("timeout", timeout);
        positive("retries", retries);
        positive("retryAfter", retryAfter);
        positive("inFlight", inFlight);
        positive("breakAfter", breakAfter);
        positive("breakFor", breakFor);
    }

    public static ScoreSettings defaults() {
        return new ScoreSettings(Duration.ofSeconds(10), 2, Duration.ofMillis(500), 64, 10, Duration.ofSeconds(10));
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
