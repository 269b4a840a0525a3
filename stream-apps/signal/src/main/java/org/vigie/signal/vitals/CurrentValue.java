package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;

/**
 * The newest kept value of one variable.
 *
 * @param value as measured, in the catalogue's unit
 * @param interval from the value before to this one; {@link #UNKNOWN} for a first value
 * @param intervalBefore the interval before that
 */
public record CurrentValue(
        double value, MeasurementTime moment, ReadingPosition place, Duration interval, Duration intervalBefore) {
    /** No two values yet: the interval is not known. */
    public static final Duration UNKNOWN = Duration.ZERO;

    static CurrentValue first(double value, MeasurementTime moment, ReadingPosition position) {
        return new CurrentValue(value, moment, position, UNKNOWN, UNKNOWN);
    }

    /** A clock that was set back says nothing of the rhythm. */
    CurrentValue then(double newValue, MeasurementTime newMoment, ReadingPosition newPlace) {
        return newMoment.at().isAfter(at())
                ? new CurrentValue(newValue, newMoment, newPlace, Duration.between(at(), newMoment.at()), interval)
                : new CurrentValue(newValue, newMoment, newPlace, interval, intervalBefore);
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
