package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * What was measured of one stay at one instant.
 *
 * @param moment when: by the ward's clock and by the device's, which may be wrong
 * @param kept what may raise and clear: neither suspect nor late
 * @param heard variables whose sensor spoke without being believed
 * @param withdrawn what was kept of this instant before and holds no longer
 */
public record InstantReadings(
        String bed,
        MeasurementTime moment,
        List<KeptReading> kept,
        List<String> heard,
        List<WithdrawnReading> withdrawn) {
    public InstantReadings {
        kept = List.copyOf(kept);
        heard = List.copyOf(heard);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Of a device whose clock is not known to be wrong. */
    public InstantReadings(
            String bed,
            Instant at,
            Instant received,
            List<KeptReading> kept,
            List<String> heard,
            List<WithdrawnReading> withdrawn) {
        this(bed, MeasurementTime.ofTrustedClock(at, received), kept, heard, withdrawn);
    }

    /** Nothing is withdrawn. */
    public InstantReadings(String bed, Instant at, Instant received, List<KeptReading> kept, List<String> heard) {
        this(bed, at, received, kept, heard, List.of());
    }

    /** By the device's clock. */
    public Instant at() {
        return moment.onDevice();
    }

    List<String> variables() {
        return Stream.concat(kept.stream().map(KeptReading::variable), heard.stream())
                .toList();
    }

    /** A reading to be believed; {@code value} in the catalogue's unit. */
    public record KeptReading(String variable, double value, ReadingPosition place) {}

    /** A reading that is believed no longer; {@code value} in the catalogue's unit. */
    public record WithdrawnReading(String variable, double value) {}
}
