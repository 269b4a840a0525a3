package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vigie.replay.compare.ComparisonResult;
import org.vigie.replay.compare.ComparisonSamples;

class ReplayResultTest {
    private static final Map<String, Long> WRITTEN = Map.of("observations.clean", 1_200L, "alerts.ledger", 7L);

    @Test
    void theAnswerNamesSpeedAndRecordsByTopic() {
        assertThat(result(Duration.ofSeconds(36), Optional.empty()).toString())
                .startsWith(
                        "study-1: PT1H of the ward in 36.0 s, 100 times real time; 1,300 records read, 2 unreadable")
                .containsSubsequence("alerts.ledger", "7", "observations.clean", "1,200");
    }

    @Test
    void theFiguresHaveAComparisonOnlyWhenOneWasAskedFor() {
        assertThat(result(Duration.ofSeconds(36), Optional.empty()).figures())
                .containsEntry("times_real_time", 100.0)
                .containsEntry("records_written", WRITTEN)
                .doesNotContainKey("comparison");
        assertThat(result(Duration.ofSeconds(36), Optional.of(compared(3))).figures())
                .extractingByKey("comparison")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("equal", false)
                .containsEntry("different", 3L);
    }

    @Test
    void onlyAComparisonCanDiffer() {
        assertThat(result(Duration.ofSeconds(1), Optional.empty()).differs()).isFalse();
        assertThat(result(Duration.ofSeconds(1), Optional.of(compared(0))).differs())
                .isFalse();
        assertThat(result(Duration.ofSeconds(1), Optional.of(compared(1))).differs())
                .isTrue();
    }

    @Test
    void aReplayThatTookNoMeasurableTimeHasASpeed() {
        assertThat(result(Duration.ZERO, Optional.empty()).timesRealTime()).isEqualTo(3_600_000);
    }

    private static ComparisonResult compared(long different) {
        return ComparisonSamples.of(different);
    }

    private static ReplayResult result(Duration took, Optional<ComparisonResult> comparison) {
        return new ReplayResult("study-1", 1_300, 2, WRITTEN, Duration.ofHours(1), took, comparison);
    }
}
