package org.vigie.vitals;

import java.time.Duration;

/**
 * How long is remembered what came, to know it when it comes again or is taken back.
 *
 * @param horizon of a message, by the broker's time
 * @param messages at most so many per partition; about 300 bytes each
 * @param seconds how long ago an instant of a stream may lie and still be taken back: the current and the previous hour
 * @param instants at most so many per partition, of all devices; about 300 bytes each
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

    /** With the usual bounds of what can be taken back. */
    public CleaningMemoryConfig(Duration horizon, int messages) {
        this(horizon, messages, Duration.ofHours(2), 150_000);
    }

    public static CleaningMemoryConfig defaults() {
        return new CleaningMemoryConfig(Duration.ofMinutes(10), 50_000);
    }
}
