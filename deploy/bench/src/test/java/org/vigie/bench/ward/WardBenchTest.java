package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.patient.PatientVariability;

/**
 * Tests that a small ward gives the figures of docs/benchmarks.md. All random numbers are seeded, so that the figures
 * are the same on any machine. An intended change for the worse is published with its reason.
 */
class WardBenchTest {
    private static final double THRESHOLD_ALARMS = 42.667;
    private static final double ALARMS = 24;
    /** The holds of adult-icu-4 cost 18 s of lead for fewer false calls. */
    private static final double LEAD_MINUTES = -0.3;

    private static Map<String, Object> figures;

    @BeforeAll
    static void play() {
        figures = new WardBench(
                        6, Duration.ofHours(3), 1, PatientVariability.NONE, Optional.empty(), SimulatedNurse.RESPONSE)
                .figures();
    }

    @Test
    void aSmallWardHasNoMissedEventAndNoFalseCall() {
        assertThat(figures)
                .as("the very ward that was published")
                .containsEntry("events", 3L)
                .containsEntry("conditions", 4L)
                .containsEntry("threshold_alarms_per_bed_day", THRESHOLD_ALARMS);
        assertThat(figures)
                .containsEntry("missed_events", 0)
                .containsEntry("missed_conditions", 0)
                .containsEntry("artefact_high_alarms", 0L)
                .containsEntry("false_alarms_per_bed_day", 0.0);
        assertThat((double) figures.get("alarms_per_bed_day")).isLessThanOrEqualTo(ALARMS);
        assertThat((double) figures.get("lead_time_minutes")).isGreaterThanOrEqualTo(LEAD_MINUTES);
    }

    @Test
    void theReportOfTheSmallWardIsTheSame() throws IOException {
        new GoldenFile("ward-bench.json").mustBe(new FigureJson(figures) + "\n");
    }
}
