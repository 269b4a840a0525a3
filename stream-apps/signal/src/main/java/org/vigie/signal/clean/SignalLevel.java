package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;

/**
 * Holds the level of a continuous value, and a jump away from it that has not persisted yet.
 *
 * <p>A jump is suspect until it is the fifth reading in a row on the new level. A value that finds no level is suspect for ten seconds. A
 * real collapse is therefore delayed by less than the 10 s that a heart-rate alarm may take (IEC 60601-2-27).
 *
 * @param value last accepted value
 * @param at when that value was measured
 * @param jumped newest value off the level; meaningless while {@code run} is 0
 * @param run number of readings in a row on the jump's level
 */
public record SignalLevel(double value, Instant at, double jumped, int run) {
    /** Number of readings in a row after which a jump becomes the new level. */
    static final int PERSISTENT = 5;

    static SignalLevel at(double value, Instant at) {
        return new SignalLevel(value, at, value, 0);
    }

    boolean isLeft() {
        return run > 0;
    }

    /** Returns the level after a reading that is off it. */
    SignalLevel leftFor(double next) {
        return new SignalLevel(value, at, next, Math.min(run + 1, PERSISTENT));
    }

    /**
     * Returns the level after one more reading.
     *
     * @param before when the previous reading was measured
     * @param step largest plausible change in a second
     */
    SignalLevel next(double next, Instant nextAt, Instant before, double step) {
        if (!ChannelProgress.follows(at, nextAt)) {
            return at(next, nextAt);
        }
        double plausible = step * Math.max(1, Duration.between(before, nextAt).toMillis() / 1000.0);
        if (Math.abs(next - value) <= plausible) {
            return at(next, nextAt);
        }
        boolean goesOn = isLeft() && Math.abs(next - jumped) <= plausible;
        int length = goesOn ? run + 1 : 1;
        return length >= PERSISTENT ? at(next, nextAt) : new SignalLevel(value, at, next, length);
    }
}
