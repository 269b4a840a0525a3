package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;

/**
 * The level that a continuous value keeps, and the jump away from it that has not persisted yet. A jump is doubted until it is the
 * fifth reading in a row on the new level; a value that finds no level at all is doubted for ten seconds. So a real collapse is
 * delayed by seconds, less than the 10 s that a heart-rate alarm may take (IEC 60601-2-27).
 *
 * @param value the last one believed
 * @param at when that was measured
 * @param jumped the newest value off the level; meaningless while {@code run} is 0
 * @param run readings in a row on the jump's level
 */
public record SignalLevel(double value, Instant at, double jumped, int run) {
    /** So many readings in a row make a jump a new level. */
    static final int PERSISTENT = 5;

    static SignalLevel at(double value, Instant at) {
        return new SignalLevel(value, at, value, 0);
    }

    boolean isLeft() {
        return run > 0;
    }

    /**
     * The level after one more reading.
     *
     * @param before when the reading before it was measured
     * @param step largest believable change in a second
     */
    SignalLevel next(double next, Instant nextAt, Instant before, double step) {
        if (!ChannelProgress.follows(at, nextAt)) {
            return at(next, nextAt);
        }
        double believable = step * Math.max(1, Duration.between(before, nextAt).toMillis() / 1000.0);
        if (Math.abs(next - value) <= believable) {
            return at(next, nextAt);
        }
        boolean goesOn = isLeft() && Math.abs(next - jumped) <= believable;
        int length = goesOn ? run + 1 : 1;
        return length >= PERSISTENT ? at(next, nextAt) : new SignalLevel(value, at, next, length);
    }
}
