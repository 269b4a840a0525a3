package org.vigie.signal.clean;

import java.time.Instant;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;

/**
 * Holds a reading that is the newest of its channel.
 *
 * @param measuredAt time by the device's clock
 * @param before state of the channel before the reading
 * @param after state of the channel after the reading, without its report
 */
record ChannelUpdate(ChannelKey key, Variable variable, Instant measuredAt, ChannelState before, ChannelState after) {
    boolean isContinuous() {
        return variable.sampling() == SamplingMode.CONTINUOUS;
    }

    /** Returns the value in the catalogue's unit. */
    double value() {
        return after.stillness().value();
    }

    boolean looksNormal() {
        return FlatLineState.looksNormal(variable, value());
    }
}
