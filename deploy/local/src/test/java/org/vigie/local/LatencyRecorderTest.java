package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
    @Test
    void percentilesAreByNearestRank() {
        // given
        var latencies = new LatencyRecorder();

        // when
        LongStream.rangeClosed(1, 200).forEach(latencies::add);

        // then
        assertThat(latencies.summary()).isEqualTo(new LatencyRecorder.LatencySummary(200, 100L, 198L, 200L));
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        assertThat(new LatencyRecorder().summary()).isEqualTo(new LatencyRecorder.LatencySummary(0, null, null, null));
    }
}
