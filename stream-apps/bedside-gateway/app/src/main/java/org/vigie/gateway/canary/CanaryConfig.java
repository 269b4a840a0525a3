package org.vigie.gateway.canary;

import java.time.Duration;

/**
 * Configures the canary patients.
 *
 * @param every time between two messages of one canary; zero: the gateway sends none
 */
public record CanaryConfig(Duration every) {
    public CanaryConfig {
        if (every.isNegative() || every.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("canary.every: must be PT0S (none) to PT1M, was " + every);
        }
    }

    /** Creates a configuration without canaries. */
    public static CanaryConfig none() {
        return new CanaryConfig(Duration.ZERO);
    }

    /** Creates a configuration with one message of each canary per second. */
    public static CanaryConfig eachSecond() {
        return new CanaryConfig(Duration.ofSeconds(1));
    }

    public boolean isOn() {
        return !every.isZero();
    }
}
