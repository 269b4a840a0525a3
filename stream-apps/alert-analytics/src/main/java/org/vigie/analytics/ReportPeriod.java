package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.BedStays;

/** Represents a period of event time, from {@code from} (inclusive) to {@code to} (exclusive). */
public record ReportPeriod(Instant from, Instant to) {
    public ReportPeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("--to: must be after --from, was " + to);
        }
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Returns the occupied bed-days of each unit in this period. Units without a patient are left out. */
    Map<String, Double> bedDays(Collection<BedStays> beds) {
        Map<String, Double> byUnit = new TreeMap<>();
        beds.forEach(bed -> byUnit.merge(EpisodeAggregator.unit(bed.getBed()), days(bed), Double::sum));
        byUnit.values().removeIf(days -> days == 0);
        return byUnit;
    }

    private double days(BedStays bed) {
        return bed.getStays().stream()
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
