package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;

/**
 * Detects a frozen feed: every continuous value of a message, at least three, has not changed for five minutes.
 *
 * <p>In 40 BIDMC recordings of 8 minutes, heart rate, pulse, respiration and saturation were never all unchanged for longer than 105 s.
 * Saturation alone, or a ventilator's rate, was often unchanged for a whole recording.
 *
 * @param updates readings of a message that are the newest of their channel
 */
record FrozenFeedRule(List<ChannelUpdate> updates) {
    static final Duration FROZEN = Duration.ofMinutes(5);
    static final int LEAST_VALUES = 3;

    boolean isFrozen() {
        List<ChannelUpdate> continuous =
                updates.stream().filter(ChannelUpdate::isContinuous).toList();
        return continuous.size() >= LEAST_VALUES
                && continuous.stream().allMatch(update -> update.after().isStill(FROZEN));
    }

    /**
     * Holds a reading that is the newest of its channel.
     *
     * @param measuredAt time by the device's clock
     */
    record ChannelUpdate(ChannelKey key, Variable variable, Instant measuredAt, ChannelState after) {
        boolean isContinuous() {
            return variable.sampling() == SamplingMode.CONTINUOUS;
        }

        boolean looksNormal() {
            return FlatLineState.looksNormal(variable, after.stillness().value());
        }
    }
}
