package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;

/**
 * A feed that repeats itself: every continuous value of a message, three at least, has stood still for five minutes. In 40 BIDMC
 * recordings of 8 minutes heart rate, pulse, respiration and saturation never all stood still for longer than 105 s, though saturation
 * alone or a ventilator's rate often did for the whole of it.
 *
 * @param updates the readings of a message that moved their channel
 */
record FrozenFeedRule(List<ChannelUpdate> updates) {
    private static final Duration FROZEN = Duration.ofMinutes(5);
    private static final int WITNESSES = 3;

    boolean isFrozen() {
        List<ChannelUpdate> witnesses =
                updates.stream().filter(ChannelUpdate::isContinuous).toList();
        return witnesses.size() >= WITNESSES
                && witnesses.stream().allMatch(witness -> witness.after().isStill(FROZEN));
    }

    /**
     * A reading that moved its channel.
     *
     * @param measuredAt by the device's clock
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
