package org.vigie.signal.clean;

import java.time.Instant;
import java.util.List;

/**
 * Holds what one device sent for one instant.
 *
 * @param message readings that were sent together
 * @param at time of the measurement by the device's clock
 */
record SimultaneousValues(List<Reading> message, Instant at) {
    /** Returns the valid value of a variable in the catalogue's unit; NaN when it is missing, or was sent by several sources. */
    double of(String variable) {
        double found = Double.NaN;
        for (Reading reading : message) {
            if (isValid(reading, variable)) {
                if (!Double.isNaN(found)) {
                    return Double.NaN;
                }
                found = reading.catalogueValue();
            }
        }
        return found;
    }

    private boolean isValid(Reading reading, String variable) {
        return reading.status() == MeasurementStatus.VALID
                && reading.variable().equals(variable)
                && reading.measuredAt().equals(at);
    }
}
