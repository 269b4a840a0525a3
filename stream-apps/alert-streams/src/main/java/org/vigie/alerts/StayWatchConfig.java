package org.vigie.alerts;

import java.time.Duration;

/**
 * How a stay is watched, besides the clinical rules.
 *
 * @param silence a stay that says nothing for this long has no known triage level any more
 * @param riskAge an older risk score is not looked at
 * @param recall transitions are kept this long, to be sent again when their cause is processed again after a crash
 * @param memory a stay is forgotten so long after its end was noted
 */
public record StayWatchConfig(Duration silence, Duration riskAge, Duration recall, Duration memory) {
    public StayWatchConfig {
        positive("silence", silence);
        positive("riskAge", riskAge);
        positive("recall", recall);
        positive("memory", memory);
    }

    public static StayWatchConfig defaults() {
        return new StayWatchConfig(
                Duration.ofMinutes(1), Duration.ofHours(3), Duration.ofMinutes(10), Duration.ofHours(6));
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("watch." + key + ": must be positive, was " + value);
        }
    }
}
