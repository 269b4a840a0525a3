package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;

/**
 * Holds the newest kept value of one variable.
 *
 * @param value value as measured, in the catalogue's unit
 * @param moment when it was measured and received
 * @param place position of its reading in the raw topic
 * @param interval time from the previous value to this one; {@link #UNKNOWN} for a first value
 * @param intervalBefore the previous interval
 */
public record CurrentValue(
        double value, MeasurementTime moment, ReadingPosition place, Duration interval, Duration intervalBefore) {
    /** Interval while fewer than two values are known. */
    public static final Duration UNKNOWN = Duration.ZERO;

    static CurrentValue first(double value, MeasurementTime moment, ReadingPosition position) {
        return new CurrentValue(value, moment, position, UNKNOWN, UNKNOWN);
    }

    /** Returns the value that follows this one. A clock that was set back does not change the interval. */
    CurrentValue then(double newValue, MeasurementTime newMoment, ReadingPosition newPlace) {
        return newMoment.at().isAfter(at())
                ? new CurrentValue(newValue, newMoment, newPlace, Duration.between(at(), newMoment.at()), interval)
                : new CurrentValue(newValue, newMoment, newPlace, interval, intervalBefore);
    }

    /** Returns the event time. */
    public Instant at() {
        return moment.at();
    }

    /** Returns true when values come at least every {@code longest}. A first value returns true. */
    public boolean comesEvery(Duration longest) {
        return rhythm().compareTo(longest) <= 0;
    }

    /** Returns the sampling interval: the shorter of the last two intervals, so that one outage does not count as the interval. */
    public Duration rhythm() {
        return intervalBefore.equals(UNKNOWN) || interval.compareTo(intervalBefore) < 0 ? interval : intervalBefore;
    }
}
