package org.vigie.records;

import java.time.Instant;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.signal.newest.NewestReadingRule;

/** Tells when a reading was measured by the ward's clock, whatever the clock of its device says. */
public final class WardTimestamp {
    private WardTimestamp() {}

    /** Returns the time that the step clean has found; without one the device's stamp, but not after the receipt. */
    public static Instant of(CleanObservation observation, JudgedReading reading) {
        return reading.getAsOf() == null
                ? NewestReadingRule.notAfterReceived(reading.getMeasuredAt(), observation.getReceivedTime())
                : reading.getAsOf();
    }
}
