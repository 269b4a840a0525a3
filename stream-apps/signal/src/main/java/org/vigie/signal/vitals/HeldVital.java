package org.vigie.signal.vitals;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Holds the newest value and the newest signal of one variable. It is changed in place, so that a regular reading allocates nothing. */
final class HeldVital {
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private double value = Double.NaN;
    private @Nullable MeasurementTime momentOrNull;
    private @Nullable ReadingPosition placeOrNull;
    private Duration interval = CurrentValue.UNKNOWN;
    private Duration intervalBefore = CurrentValue.UNKNOWN;
    private @Nullable CurrentValue snapshotOrNull;
    private @Nullable Instant signalOrNull;

    /** Returns a holder with a value. */
    static HeldVital of(CurrentValue value) {
        var held = new HeldVital();
        held.value = value.value();
        held.momentOrNull = value.moment();
        held.placeOrNull = value.place();
        held.interval = value.interval();
        held.intervalBefore = value.intervalBefore();
        return held;
    }

    /** Returns the value as measured; NaN without a value. */
    double value() {
        return value;
    }

    /** Returns the time of the value; null without a value. */
    @Nullable
    MeasurementTime momentOrNull() {
        return momentOrNull;
    }

    @Nullable
    Instant signalOrNull() {
        return signalOrNull;
    }

    /** Returns the value with its times; null without a value. */
    @Nullable
    CurrentValue currentOrNull() {
        if (snapshotOrNull == null && momentOrNull != null) {
            snapshotOrNull =
                    new CurrentValue(value, momentOrNull, requireNonNull(placeOrNull), interval, intervalBefore);
        }
        return snapshotOrNull;
    }

    /** Takes a newer value. A clock that was set back does not change the interval. Returns false when the held value is newer. */
    boolean take(double newValue, MeasurementTime moment, ReadingPosition place) {
        MeasurementTime before = momentOrNull;
        if (before != null && !before.givesWayTo(moment)) {
            return false;
        }
        if (before != null && moment.at().isAfter(before.at())) {
            Duration last = interval;
            interval = between(before.at(), moment.at());
            intervalBefore = last;
        }
        value = newValue;
        momentOrNull = moment;
        placeOrNull = place;
        snapshotOrNull = null;
        return true;
    }

    /** Returns the time between two instants. It is the same object as the last interval if that was as long. */
    private Duration between(Instant from, Instant to) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        int nanos = to.getNano() - from.getNano();
        boolean borrows = nanos < 0;
        boolean isSame = interval.getSeconds() == (borrows ? seconds - 1 : seconds)
                && interval.getNano() == (borrows ? nanos + NANOS_PER_SECOND : nanos);
        return isSame ? interval : Duration.between(from, to);
    }

    void signal(Instant at) {
        if (signalOrNull == null || at.isAfter(signalOrNull)) {
            signalOrNull = at;
        }
    }

    /** Removes the value. The signal stays. */
    void withdraw() {
        value = Double.NaN;
        momentOrNull = null;
        placeOrNull = null;
        interval = CurrentValue.UNKNOWN;
        intervalBefore = CurrentValue.UNKNOWN;
        snapshotOrNull = null;
    }
}
