package org.vigie.gateway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.schemas.CountedReadings;

class GatewayMetricsTest {
    private final AppMonitor monitor = new AppMonitor("bedside-gateway");

    @Test
    void unknownBedsAreAMetric() {
        // given
        var counters = new GatewayCounters(monitor.registry());

        // when
        counters.add("unknown beds", 2);
        counters.add("readings of unknown beds", 7);

        // then
        assertThat(monitor.metricsText().lines())
                .contains(
                        "vigie_gateway_counts_total{kind=\"unknown beds\"} 2.0",
                        "vigie_gateway_counts_total{kind=\"readings of unknown beds\"} 7.0");
        assertThat(counters.all()).containsEntry("unknown beds", 2L).containsEntry("readings of unknown beds", 7L);
    }

    @Test
    void theLedgerIsCollectedBySenderAndReason() {
        // given
        var counted = new CountedReadings(
                "MONITOR", "HL7", 3L, 0L, 5L, 3L, Map.of("UNKNOWN_CODE", 2L), 0L, Instant.EPOCH, Instant.EPOCH);

        // when
        monitor.registry().register(new GatewayMetrics(() -> List.of(counted)));

        // then
        assertThat(monitor.metricsText().lines())
                .contains(
                        "vigie_gateway_messages_total{protocol=\"HL7\",sender=\"MONITOR\"} 3.0",
                        "vigie_gateway_readings_left_out_total{protocol=\"HL7\",reason=\"UNKNOWN_CODE\",sender=\"MONITOR\"} 2.0");
    }
}
