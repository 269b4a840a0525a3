package org.vigie.station.trend;

import java.util.List;

/**
 * Holds a line of a trend, oldest point first. The four lists have the same length.
 *
 * @param t epoch milliseconds of the last value of each bucket
 * @param last in the variable's unit
 * @param low lowest of the bucket
 * @param high highest of the bucket
 */
public record TrendSeries(List<Long> t, List<Float> last, List<Float> low, List<Float> high) {
    void add(long at, float value, float lowest, float highest) {
        t.add(at);
        last.add(value);
        low.add(lowest);
        high.add(highest);
    }
}
