package org.vigie.signal.clean;

import org.vigie.schemas.variable.Variable;

/** What a reading must fulfil by itself. The first rule that it breaks, in the order below, is the reason to reject it. */
final class Acceptance {
    private Acceptance() {}

    /** {@link Reason#NONE} when it is acceptable. */
    static Reason of(Reading reading, Arrival arrival) {
        if (arrival.isFromTheFuture()) {
            return Reason.FUTURE_TIME;
        }
        if (Units.variable(reading).isEmpty()) {
            return Reason.UNKNOWN_VARIABLE;
        }
        if (isNoMeasurement(reading.status())) {
            return Reason.DEVICE_INVALID;
        }
        if (!Double.isFinite(reading.value())) {
            return Reason.NOT_A_NUMBER;
        }
        if (Units.conversion(reading).isEmpty()) {
            return Reason.UNKNOWN_UNIT;
        }
        if (reading.measuredAt().isAfter(arrival.latestMeasured())) {
            return Reason.FUTURE_TIME;
        }
        return isPossible(reading) ? Reason.NONE : Reason.OUT_OF_RANGE;
    }

    private static boolean isNoMeasurement(Status status) {
        return status == Status.INVALID || status == Status.UNAVAILABLE || status == Status.CALIBRATION;
    }

    private static boolean isPossible(Reading reading) {
        Variable variable = Units.variable(reading).orElseThrow();
        return variable.hard().contains(Units.catalogueValue(reading));
    }
}
