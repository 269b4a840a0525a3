package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.bench.PeerComparison.BenchRounds;

class PeerComparisonTest {
    @Test
    void takesTurnsAndThrowsTheWarmUpAway() {
        // given
        List<String> calls = new ArrayList<>();
        double[] ours = {100, 2, 4, 6};
        double[] theirs = {100, 1, 4, 12};
        int[] asked = new int[2];

        // when
        PeerComparison comparison = PeerComparison.of(
                "parse",
                "us",
                new BenchRounds(1, 3),
                () -> {
                    calls.add("subject");
                    return ours[asked[0]++];
                },
                "peer",
                () -> {
                    calls.add("peer");
                    return theirs[asked[1]++];
                });

        // then
        assertThat(calls).containsExactly("subject", "peer", "subject", "peer", "peer", "subject", "subject", "peer");
        assertThat(comparison.subject()).isEqualTo(MeasurementSummary.of(2, 4, 6));
        assertThat(comparison.ratio()).isEqualTo(MeasurementSummary.of(2, 1, 0.5));
    }
}
