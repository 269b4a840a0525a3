package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.UnwatchedReason;

/** Tests the metrics of unwatched beds. */
class UnwatchedBedMetricsTest {
    @Test
    void unwatchedBedsAreCountedByReason() {
        // given
        var monitor = new AppMonitor("station");
        var unread = new BedFreshnessSnapshot("REA/01", 0, 0, 1L, UnwatchedReason.UNREAD, 1L);

        // when
        new UnwatchedBedMetrics(() -> List.of(unread, unread)).register(monitor.registry());

        // then
        assertThat(monitor.metricsText())
                .contains("vigie_station_beds_unwatched{reason=\"UNREAD\"} 2.0")
                .contains("vigie_station_beds_unwatched{reason=\"CANARY_MISSED\"} 0.0");
    }
}
