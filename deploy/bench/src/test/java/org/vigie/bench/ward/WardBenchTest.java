package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The gate: a small ward must be what docs/benchmarks.md says of it. Everything in it is seeded, so that it is the same on any machine. */
class WardBenchTest {
    @Test
    void aSmallWardMissesNothingAndCallsNobodyForNothing() {
        var figures = new WardBench(6, Duration.ofHours(3), 1).figures();

        assertThat(figures)
                .containsEntry("missed_events", 0)
                .containsEntry("missed_conditions", 0)
                .containsEntry("artefact_high_alarms", 0L);
        assertThat((long) figures.get("events")).isGreaterThan(2);
        assertThat((double) figures.get("false_alarms_per_bed_day"))
                .isLessThanOrEqualTo(0.1 * (double) figures.get("threshold_false_alarms_per_bed_day"));
    }
}
