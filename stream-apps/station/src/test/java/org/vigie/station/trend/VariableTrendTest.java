package org.vigie.station.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VariableTrendTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final VariableTrend trend = new VariableTrend();

    @Test
    void aSpikeOfTwoDaysAgoIsStillDrawn() {
        // given
        trend.add(NOW - 47 * HOUR, 80);
        trend.add(NOW - 47 * HOUR + 1_000, 190);
        trend.add(NOW - 47 * HOUR + 2_000, 82);

        // when
        for (long at = NOW - 46 * HOUR; at <= NOW; at += 60_000) {
            trend.add(at, 85);
        }

        // then
        TrendSeries series = trend.since(NOW - 48 * HOUR, 48);
        assertThat(series.high()).startsWith(190f);
        assertThat(series.last()).startsWith(82f, 85f);
        assertThat(trend.since(NOW - 24 * HOUR, 24).high()).containsOnly(85f);
    }

    @Test
    void theSpanOfADayHoldsNothingOlder() {
        // when
        trend.add(NOW - 30 * HOUR, 190);
        trend.add(NOW - 23 * HOUR, 80);

        // then
        assertThat(trend.span(NOW - 24 * HOUR, NOW, NOW)).isEqualTo(new ValueSpan(80, 80));
        assertThat(trend.span(NOW - 48 * HOUR, NOW, NOW)).isEqualTo(new ValueSpan(80, 190));
    }
}
