package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;

/**
 * The newest kept value of one variable.
 *
 * @param value as measured, in the catalogue's unit
 * @param at event time
 * @param interval from the value before to this one; {@link #UNKNOWN} for a first value
 * @param intervalBefore the interval before that
 */
public record Vital(double value, Instant at, Place place, Duration interval, Duration intervalBefore) {
    /** No two values yet: the interval is not known. */
    public static final Duration UNKNOWN = Duration.ZERO;

    static Vital first(double value, Instant at, Place place) {
        return new Vital(value, at, place, UNKNOWN, UNKNOWN);
    }

    Vital then(double newValue, Instant newAt, Place newPlace) {
        return new Vital(newValue, newAt, newPlace, Duration.between(at, newAt), interval);
    }

    /** How often it comes: the shorter of the last two intervals, so that one outage is not taken for its rhythm. */
    Duration rhythm() {
        return intervalBefore.equals(UNKNOWN) || interval.compareTo(intervalBefore) < 0 ? interval : intervalBefore;
    }
}
