package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;

/**
 * The newest kept value of one variable.
 *
 * @param value as measured, in the catalogue's unit
 * @param interval from the value before to this one; {@link #UNKNOWN} for a first value
 * @param intervalBefore the interval before that
 */
public record Vital(double value, Moment moment, Place place, Duration interval, Duration intervalBefore) {
    /** No two values yet: the interval is not known. */
    public static final Duration UNKNOWN = Duration.ZERO;

    static Vital first(double value, Moment moment, Place place) {
        return new Vital(value, moment, place, UNKNOWN, UNKNOWN);
    }

    /** A clock that was set back says nothing of the rhythm. */
    Vital then(double newValue, Moment newMoment, Place newPlace) {
        return newMoment.at().isAfter(at())
                ? new Vital(newValue, newMoment, newPlace, Duration.between(at(), newMoment.at()), interval)
                : new Vital(newValue, newMoment, newPlace, interval, intervalBefore);
    }

    /** Event time. */
    public Instant at() {
        return moment.at();
    }

    /** Whether it comes so often; a first value may. */
    public boolean comesEvery(Duration longest) {
        return rhythm().compareTo(longest) <= 0;
    }

    /** How often it comes: the shorter of the last two intervals, so that one outage is not taken for its rhythm. */
    public Duration rhythm() {
        return intervalBefore.equals(UNKNOWN) || interval.compareTo(intervalBefore) < 0 ? interval : intervalBefore;
    }
}
