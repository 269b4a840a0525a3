package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesAreByNearestRank() {
        var latencies = new Latencies();
        LongStream.rangeClosed(1, 200).forEach(latencies::add);

        assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(200, 100L, 198L, 200L));
    }

    @Test
    void nothingMeasuredIsNoNumber() {
        assertThat(new Latencies().summary()).isEqualTo(new Latencies.Summary(0, null, null, null));
    }
}
