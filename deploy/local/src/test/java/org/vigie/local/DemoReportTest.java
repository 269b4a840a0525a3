package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.local.LatencyRecorder.LatencySummary;

/** Tests what a person reads of a demo's report. */
class DemoReportTest {
    @Test
    void eachLatencyNamesItsTwoEnds() {
        // given
        Map<String, LatencySummary> latencies = new LinkedHashMap<>();
        latencies.put("clean", new LatencySummary(3, 4L, 9L, 9L));
        latencies.put("score", new LatencySummary(2, 5_200L, 6_100L, 6_100L));
        latencies.put("score_request", new LatencySummary(2, 40L, 80L, 80L));

        // when
        String text = report(latencies).text();

        // then
        assertThat(text)
                .contains("published to clean       p50 4 ms")
                .contains("newest reading to score  p50 5,200 ms")
                .contains("request to score         p50 40 ms");
    }

    private static DemoReport report(Map<String, LatencySummary> latencies) {
        return new DemoReport(
                true, List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), latencies, 30, Map.of());
    }
}
