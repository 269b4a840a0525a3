package org.vigie.risk.window;

import java.io.Serializable;
import java.time.Duration;

/**
 * When windows are sent, in event time.
 *
 * @param every a stay's window is sent at most this often
 * @param outOfOrderness how far a reading may lie behind the newest one before event time goes on without it
 * @param idleAfter a partition that is silent this long, by the wall clock, no longer holds event time back
 * @param forgetAfter an ended or provisional stay is forgotten this long after its last reading
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
