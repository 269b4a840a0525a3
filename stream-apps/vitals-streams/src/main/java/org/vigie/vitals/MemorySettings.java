package org.vigie.vitals;

import java.time.Duration;

/**
 * How long a message is remembered, to know it when it comes again.
 *
 * @param horizon by the broker's time
 * @param messages at most so many per partition; about 300 bytes each
 */
public record MemorySettings(Duration horizon, int messages) {
    public MemorySettings {
        if (horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("memory.horizon: must be positive, was " + horizon);
        }
        if (messages < 1) {
            throw new IllegalArgumentException("memory.messages: must be positive, was " + messages);
        }
    }

    public static MemorySettings defaults() {
        return new MemorySettings(Duration.ofMinutes(10), 50_000);
    }
}
