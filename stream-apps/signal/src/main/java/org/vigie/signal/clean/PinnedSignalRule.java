package org.vigie.signal.clean;

import java.time.Duration;
import java.util.Set;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/**
 * Detects a transducer at the end of its range: an arterial pressure at or above the soft range that is exactly equal for ten seconds. A
 * pressure varies with each beat.
 *
 * <p>Other variables have true extremes that do not vary within ten seconds: the temperature of a heat stroke, a CO2 above the range of the
 * sensor, the rate of a regular tachycardia.
 *
 * <p>The spike rule marks the first seconds of the jump to it. A limit alarm that begins between the two rules stays.
 */
record PinnedSignalRule(Variable variable) {
    private static final Duration PINNED = Duration.ofSeconds(10);
    private static final Set<String> PULSATILE =
            Set.of(VariableNames.ABP_SYS, VariableNames.ABP_DIA, VariableNames.ABP_MEAN);

    /** @param after state of the channel after the reading */
    boolean applies(double value, ChannelState after) {
        return canApplyTo(value) && !variable.alarm().contains(variable.soft().high()) && after.isStill(PINNED);
    }

    /** Returns true for a value that is pinned when it lasts. */
    boolean canApplyTo(double value) {
        return value >= variable.soft().high() && PULSATILE.contains(variable.name());
    }
}
