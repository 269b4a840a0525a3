package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.vigie.schemas.BedStays;

/** From (inclusive) until (exclusive), event time. */
record Period(Instant from, Instant to) {
    Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("--to: must be after --from, was " + to);
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** For how many days its beds were occupied in it, all together. */
    double bedDays(Collection<BedStays> beds) {
        return beds.stream()
                .flatMap(bed -> bed.getStays().stream())
                .mapToDouble(stay -> days(stay.getFrom(), stay.getUntil() == null ? to : stay.getUntil()))
                .sum();
    }

    private double days(Instant begin, Instant end) {
        Instant first = begin.isAfter(from) ? begin : from;
        Instant last = end.isBefore(to) ? end : to;
        return Math.max(0, Duration.between(first, last).toMillis())
                / (double) Duration.ofDays(1).toMillis();
    }
}
