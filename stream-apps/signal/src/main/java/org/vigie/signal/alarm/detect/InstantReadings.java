package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * Holds the readings of one stay at one instant.
 *
 * @param moment time of the readings by the ward's clock and by the device's clock
 * @param kept readings that may raise and clear alarms: neither suspect nor late
 * @param unusedVariables variables whose sensor sent a reading that is not kept
 * @param withdrawn readings of this instant that were kept before and are withdrawn now
 */
public record InstantReadings(
        String bed,
        MeasurementTime moment,
        List<KeptReading> kept,
        List<String> unusedVariables,
        List<WithdrawnReading> withdrawn) {
    public InstantReadings {
        kept = List.copyOf(kept);
        unusedVariables = List.copyOf(unusedVariables);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Creates the readings of a device whose clock is not known to be wrong. */
    public InstantReadings(
            String bed,
            Instant at,
            Instant received,
            List<KeptReading> kept,
            List<String> unusedVariables,
            List<WithdrawnReading> withdrawn) {
        this(bed, MeasurementTime.ofTrustedClock(at, received), kept, unusedVariables, withdrawn);
    }

    /** Creates the readings of an instant without withdrawn readings. */
    public InstantReadings(
            String bed, Instant at, Instant received, List<KeptReading> kept, List<String> unusedVariables) {
        this(bed, at, received, kept, unusedVariables, List.of());
    }

    /** Returns the same readings of a patient who lies in {@code present}. */
    public InstantReadings on(String present) {
        return present.equals(bed) ? this : new InstantReadings(present, moment, kept, unusedVariables, withdrawn);
    }

    /** Returns the time by the device's clock. */
    public Instant at() {
        return moment.onDevice();
    }

    /** Holds a kept reading; {@code value} is in the catalogue's unit. */
    public record KeptReading(String variable, double value, ReadingPosition place) {}

    /** Holds a withdrawn reading; {@code value} is in the catalogue's unit. */
    public record WithdrawnReading(String variable, double value) {}
}
