package org.vigie.vitals;

import java.time.Duration;

/**
 * Configures the cleaning state: how long messages and values are kept, to recognise duplicates and retractions.
 *
 * @param horizon how long a message is kept, by the broker's time
 * @param messages largest number of messages per partition; about 300 bytes each
 * @param seconds age up to which a streamed value can be retracted: the current and the previous hour
 * @param instants largest number of instants per partition, over all devices; about 300 bytes each
 */
public record CleaningMemoryConfig(Duration horizon, int messages, Duration seconds, int instants) {
    public CleaningMemoryConfig {
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("memory.horizon: must be positive, was " + horizon);
        }
        if (messages < 1) {
            throw new IllegalArgumentException("memory.messages: must be positive, was " + messages);
        }
        if (seconds.isNegative() || seconds.isZero()) {
            throw new IllegalArgumentException("memory.seconds: must be positive, was " + seconds);
        }
        if (instants < 1) {
            throw new IllegalArgumentException("memory.instants: must be positive, was " + instants);
        }
    }

    /** Creates a configuration with the default bounds for retractions. */
    public CleaningMemoryConfig(Duration horizon, int messages) {
        this(horizon, messages, Duration.ofHours(2), 150_000);
    }

    public static CleaningMemoryConfig defaults() {
        return new CleaningMemoryConfig(Duration.ofMinutes(10), 50_000);
    }
}
