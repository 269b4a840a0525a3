package org.vigie.risk.score;

import java.io.Serializable;
import java.time.Duration;

/**
 * Configures the time limits and retries of score requests.
 *
 * @param timeout time for one window with all its attempts
 * @param retries largest number of retries after the first attempt
 * @param retryAfter pause before the first retry; each pause is twice the one before, at most 5 s
 * @param inFlight number of windows that wait for a score at the same time
 * @param breakAfter time of failures after which no more requests are sent
 * @param breakFor time without requests; then one window tests the server
 * @param explainEvery interval at which a stay's score is requested with its contributions, in event time; zero: never
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
