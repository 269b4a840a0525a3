package org.vigie.risk.window;

import java.io.Serializable;
import java.time.Duration;

/**
 * Configures the step window, in event time.
 *
 * @param every shortest interval between two windows of a stay
 * @param outOfOrderness how far a reading may be behind the newest one before event time advances without it
 * @param idleAfter silence of a partition, by the wall clock, after which it no longer delays event time
 * @param forgetAfter time after its last reading at which an ended or provisional stay is deleted
 */
public record WindowConfig(Duration every, Duration outOfOrderness, Duration idleAfter, Duration forgetAfter)
        implements Serializable {
    public WindowConfig {
        positive("every", every);
        positive("outOfOrderness", outOfOrderness);
        positive("idleAfter", idleAfter);
        positive("forgetAfter", forgetAfter);
    }

    public static WindowConfig defaults() {
        return new WindowConfig(
                Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofHours(24));
    }

    private static void positive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("window." + key + ": must be positive, was " + duration);
        }
    }
}
