package org.vigie.signal.clean;

import org.vigie.schemas.variable.Variable;

/** What a reading must fulfil by itself. The first rule that it breaks, in the order below, is the reason to reject it. */
final class AcceptanceRules {
    private AcceptanceRules() {}

    /** {@link CleaningReason#NONE} when it is acceptable. */
    static CleaningReason of(Reading reading, ArrivalTimes arrival) {
        if (arrival.isFromTheFuture()) {
            return CleaningReason.FUTURE_TIME;
        }
        if (CatalogueUnitConverter.variable(reading).isEmpty()) {
            return CleaningReason.UNKNOWN_VARIABLE;
        }
        if (isNoMeasurement(reading.status())) {
            return CleaningReason.DEVICE_INVALID;
        }
        if (!Double.isFinite(reading.value())) {
            return CleaningReason.NOT_A_NUMBER;
        }
        if (CatalogueUnitConverter.conversion(reading).isEmpty()) {
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
        Variable variable = CatalogueUnitConverter.variable(reading).orElseThrow();
        return variable.hard().contains(CatalogueUnitConverter.catalogueValue(reading));
    }
}
