package org.vigie.signal.identify;

import java.time.Instant;
import java.util.List;

/**
 * Tells when the values of a bed's devices are those of one stay: while the stay holds the bed, and before it begins as long as no other
 * stay held the bed. An admission is often entered after the patient came and was weighed.
 *
 * @param parts intervals in which the values are those of the stay
 */
public record StayTimeline(List<BedOccupancy> parts) {
    public StayTimeline {
        parts = List.copyOf(parts);
    }

    /** Returns the timeline of a stay that holds its bed at every time. */
    public static StayTimeline always(String stay) {
        return new StayTimeline(List.of(BedOccupancy.always(stay)));
    }

    /**
     * Returns the timeline of the stay of an occupancy.
     *
     * @param bed occupancies of the bed; none is that of a provisional stay, whose timeline is its own occupancy
     */
    public static StayTimeline of(BedOccupancy occupancy, List<BedOccupancy> bed) {
        List<BedOccupancy> own = bed.stream()
                .filter(each -> each.stay().equals(occupancy.stay()))
                .map(part -> new BedOccupancy(part.stay(), beganAfterOthers(part, bed), part.until()))
                .toList();
        return new StayTimeline(own.isEmpty() ? List.of(occupancy) : own);
    }

    /** Returns the end of the last stay of another patient before a part of a stay. */
    private static Instant beganAfterOthers(BedOccupancy part, List<BedOccupancy> bed) {
        return bed.stream()
                .filter(other ->
                        !other.stay().equals(part.stay()) && other.from().isBefore(part.from()))
                .map(other -> other.isOverBy(part.from()) ? other.until() : part.from())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Returns true when a value that was measured at {@code at} is one of the stay. */
    public boolean contains(Instant at) {
        for (BedOccupancy part : parts) {
            if (part.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
