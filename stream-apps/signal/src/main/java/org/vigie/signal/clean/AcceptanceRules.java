package org.vigie.signal.clean;

import org.vigie.schemas.variable.Variable;

/** Rejects readings that cannot be used by themselves. The first rule that is broken, in the order of the code, gives the reason. */
record AcceptanceRules(ArrivalTimes arrival) {
    /** Returns the reason for rejection, or {@link CleaningReason#NONE} for an acceptable reading. */
    CleaningReason reasonFor(Reading reading) {
        if (arrival.isFromTheFuture()) {
            return CleaningReason.FUTURE_TIME;
        }
        if (reading.catalogued().isEmpty()) {
            return CleaningReason.UNKNOWN_VARIABLE;
        }
        if (isNoMeasurement(reading.status())) {
            return CleaningReason.DEVICE_INVALID;
        }
        if (!Double.isFinite(reading.value())) {
            return CleaningReason.NOT_A_NUMBER;
        }
        if (reading.conversion().isEmpty()) {
            return CleaningReason.UNKNOWN_UNIT;
        }
        if (reading.measuredAt().isAfter(arrival.latestMeasured())) {
            return CleaningReason.FUTURE_TIME;
        }
        return isPossible(reading) ? CleaningReason.NONE : CleaningReason.OUT_OF_RANGE;
    }

    private static boolean isNoMeasurement(MeasurementStatus status) {
        return status == MeasurementStatus.INVALID
                || status == MeasurementStatus.UNAVAILABLE
                || status == MeasurementStatus.CALIBRATION;
    }

    private static boolean isPossible(Reading reading) {
        Variable variable = reading.catalogued().orElseThrow();
        return variable.hard().contains(reading.catalogueValue());
    }
}
