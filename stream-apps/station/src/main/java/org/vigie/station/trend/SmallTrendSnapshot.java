package org.vigie.station.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Shows the last hour of one variable of a bed, or the last four hours of its temperature, for the trend on its tile. The two lists have
 * the same length.
 *
 * @param bed assigned location
 * @param minutesAgo age of each value in minutes, the oldest first
 * @param last last kept value of each minute, of a temperature of each five minutes, in the catalogue's unit
 */
public record SmallTrendSnapshot(String bed, String variable, List<Long> minutesAgo, List<Float> last) {
    static SmallTrendSnapshot of(String bed, String variable, TrendSeries series, Instant now) {
        List<Long> ages = series.t().stream()
                .map(at -> Duration.ofMillis(now.toEpochMilli() - at).toMinutes())
                .toList();
        return new SmallTrendSnapshot(bed, variable, ages, series.last());
    }
}
