package org.vigie.signal.alert;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.Moment;
import org.vigie.signal.earlywarning.Place;

/**
 * What was measured of one stay at one instant.
 *
 * @param moment when: by the ward's clock and by the device's, which may be wrong
 * @param kept what may raise and clear: neither suspect nor late
 * @param heard variables whose sensor spoke without being believed
 * @param withdrawn what was kept of this instant before and holds no longer
 */
public record Frame(String bed, Moment moment, List<Kept> kept, List<String> heard, List<Withdrawn> withdrawn) {
    public Frame {
        kept = List.copyOf(kept);
        heard = List.copyOf(heard);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Of a device whose clock is not known to be wrong. */
    public Frame(
            String bed, Instant at, Instant received, List<Kept> kept, List<String> heard, List<Withdrawn> withdrawn) {
        this(bed, Moment.plain(at, received), kept, heard, withdrawn);
    }

    /** Nothing is withdrawn. */
    public Frame(String bed, Instant at, Instant received, List<Kept> kept, List<String> heard) {
        this(bed, at, received, kept, heard, List.of());
    }

    /** By the device's clock. */
    public Instant at() {
        return moment.onDevice();
    }

    List<String> variables() {
        return Stream.concat(kept.stream().map(Kept::variable), heard.stream()).toList();
    }

    /** A reading to be believed; {@code value} in the catalogue's unit. */
    public record Kept(String variable, double value, Place place) {}

    /** A reading that is believed no longer; {@code value} in the catalogue's unit. */
    public record Withdrawn(String variable, double value) {}
}
