package org.vigie.risk.score;

import java.io.Serializable;
import java.time.Duration;

/**
 * How patiently the model server is asked.
 *
 * @param timeout for one window, all its attempts together
 * @param retries at most, after the first attempt
 * @param retryAfter the pause before the first; each is twice the one before, 5 s at most
 * @param inFlight windows that wait for an answer at the same time
 * @param breakAfter how long the server may do nothing but fail; then it is left alone
 * @param breakFor how long; then one window tries it
 * @param explainEvery how often a stay's window is asked about with its contributions, by the stay's own time; zero: never
 */
public record ScoreConfig(
        Duration timeout,
        int retries,
        Duration retryAfter,
        int inFlight,
        Duration breakAfter,
        Duration breakFor,
        Duration explainEvery)
        implements Serializable {
    public ScoreConfig {
        positive("timeout", timeout);
        positive("retries", retries);
        positive("retryAfter", retryAfter);
        positive("inFlight", inFlight);
        positive("breakAfter", breakAfter);
        positive("breakFor", breakFor);
        if (explainEvery.isNegative()) {
            throw new IllegalArgumentException("score.explainEvery: must not be negative, was " + explainEvery);
        }
    }

    public static ScoreConfig defaults() {
        return new ScoreConfig(
                Duration.ofSeconds(30),
                8,
                Duration.ofMillis(500),
                8,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofHours(1));
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
