package org.vigie.signal.clean;

import java.time.Duration;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;

/**
 * Detects a sensor at the end of its range: a continuous value at or above the soft range that is exactly equal for ten seconds. A living
 * signal varies.
 *
 * <p>The spike rule marks the first seconds of the jump to it. A limit alarm that begins between the two rules stays.
 */
record PinnedSignalRule(Variable variable) {
    private static final Duration PINNED = Duration.ofSeconds(10);

    /** @param after state of the channel after the reading */
    boolean applies(double value, ChannelState after) {
        double limit = variable.soft().high();
        return variable.sampling() == SamplingMode.CONTINUOUS
                && value >= limit
                && !variable.alarm().contains(limit)
                && after.isStill(PINNED);
    }
}
