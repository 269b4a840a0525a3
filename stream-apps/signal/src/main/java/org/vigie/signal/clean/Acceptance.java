package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.variable.Variable;

/** What a reading must fulfil by itself. The first rule that it breaks, in the order below, is the reason to reject it. */
final class Acceptance {
    /** How far a device's clock may run ahead of the ward's. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private Acceptance() {}

    /** {@link Reason#NONE} when it is acceptable. */
    static Reason of(Reading reading, Instant receivedTime) {
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
        if (reading.measuredAt().isAfter(receivedTime.plus(AHEAD))) {
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
