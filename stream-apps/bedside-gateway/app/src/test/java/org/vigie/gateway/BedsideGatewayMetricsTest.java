package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BedsideGatewayMetricsTest {
    @Test
    void unknownBedsAreAMetric() {
        String text = GatewayMetrics.text(List.of(), Map.of("unknown beds", 2L, "readings of unknown beds", 7L));

        assertThat(text.lines())
                .contains(
                        "vigie_gateway_counts_total{kind=\"unknown beds\"} 2.0",
                        "vigie_gateway_counts_total{kind=\"readings of unknown beds\"} 7.0");
    }
}
