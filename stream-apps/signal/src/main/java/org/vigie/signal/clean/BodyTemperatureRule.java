package org.vigie.signal.clean;

import java.time.Instant;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/**
 * Follows a streamed temperature only as fast as a body can change it. A value beyond that comes from a probe that lost its contact or
 * stands at the end of its range.
 *
 * <p>Half a degree a minute is the fastest rewarming that guidelines allow on cardiopulmonary bypass (Engelman 2015). Ice water cools a heat
 * stroke by about 0.2 degrees a minute (Casa 2007). Probes and rounding may add half a degree at once.
 *
 * <p>The last trusted temperature stays the level while values are suspect, and the possible change grows with the time since then. So a
 * probe at another place of the body is believed after some minutes, and any value after ten. A value that is nearer to normal than the
 * level is judged as a jump only, so that a probe that gets warm in a patient is believed at once.
 */
final class BodyTemperatureRule {
    private static final double AT_ONCE = 0.5;
    private static final double PER_SECOND = 0.5 / 60;
    private static final long LONGEST_SECONDS = 600;

    private BodyTemperatureRule() {}

    static boolean concerns(Variable variable) {
        return variable.name().equals(VariableNames.TEMP);
    }

    /**
     * Returns the level after one more temperature.
     *
     * @param level level before; its time is that of the last trusted temperature
     * @param before when the previous reading was measured
     */
    static SignalLevel next(Variable variable, SignalLevel level, double next, Instant at, Instant before) {
        if (!ElapsedTime.isLive(before, at) || ElapsedTime.lasts(level.at(), at, LONGEST_SECONDS)) {
            return SignalLevel.at(next, at);
        }
        if (Math.abs(next - variable.normal()) <= Math.abs(level.value() - variable.normal())) {
            return level.next(next, at, before, variable.spikeStep().orElse(AT_ONCE));
        }
        double change = next - level.value();
        double possible = PER_SECOND * ElapsedTime.seconds(level.at(), at);
        return Math.abs(change) <= AT_ONCE + possible
                ? SignalLevel.at(level.value() + Math.max(-possible, Math.min(possible, change)), at)
                : level.leftFor(next);
    }
}
