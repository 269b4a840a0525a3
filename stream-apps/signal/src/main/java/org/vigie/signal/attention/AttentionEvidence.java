package org.vigie.signal.attention;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the inputs of the attention rules at one instant.
 *
 * @param values value of each known input, by its name in the table
 * @param ages how old each value is; for open alarms, how long the oldest has been open
 * @param missing needed values that are missing or stale
 */
public record AttentionEvidence(Map<String, Double> values, Map<String, Duration> ages, List<String> missing) {
    public AttentionEvidence {
        values = Map.copyOf(values);
        ages = Map.copyOf(ages);
        missing = List.copyOf(missing);
    }

    /** Returns how old an input is; zero when it has no age. */
    Duration age(String input) {
        return Optional.ofNullable(ages.get(input)).orElse(Duration.ZERO);
    }
}
