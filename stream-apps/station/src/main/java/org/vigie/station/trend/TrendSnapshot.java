package org.vigie.station.trend;

import java.util.List;

/**
 * Holds a bed's trend.
 *
 * @param now epoch ms on the ward's clock: the right edge
 * @param from epoch ms: the left edge
 * @param lines one per variable that has anything in this span
 * @param limits alarm limits in force now of the variables of {@code lines}
 * @param arrivals when the stay came to each of its beds, the first one first; empty where no admission is known
 */
public record TrendSnapshot(
        String bed,
        String stay,
        long now,
        long from,
        int hours,
        List<TrendLine> lines,
        List<LimitInForceSnapshot> limits,
        List<BedArrivalSnapshot> arrivals) {
    /** Longest span of a trend, hours. */
    public static final int MOST_HOURS = 48;

    /** Returns the trend with the stay's arrivals. */
    public TrendSnapshot with(List<BedArrivalSnapshot> known) {
        return new TrendSnapshot(bed, stay, now, from, hours, lines, limits, List.copyOf(known));
    }

    /**
     * Holds one variable.
     *
     * @param kept buckets of kept readings
     * @param suspect buckets of suspect readings
     * @param imputed hours that were filled in for the model: not measured
     * @param rejected epoch ms of buckets with rejected readings; their values are not shown
     */
    public record TrendLine(
            String variable, TrendSeries kept, TrendSeries suspect, List<ImputedCell> imputed, List<Long> rejected) {}
}
