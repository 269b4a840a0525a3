package org.vigie.signal.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests the scores that are sums of points. */
class PointsScoreTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final CurrentVitals vitals = new CurrentVitals();

    private void measured(Map<String, Double> values) {
        values.forEach((variable, value) -> vitals.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));
    }

    private EarlyWarningScore score(PointsScore score) {
        return score.score(vitals, NOW);
    }

    @Test
    void qsofaIsPositiveFromTwo() {
        // when
        measured(Map.of("rr", 22.0, "abp_sys", 100.0, "gcs_total", 15.0));

        // then
        assertThat(score(PointsScore.QSOFA).low()).isEqualTo(PointsScore.QSOFA.threshold());
        assertThat(score(PointsScore.QSOFA).complete()).isTrue();
    }

    @Test
    void breathingCountsOnceInSirs() {
        // when
        measured(Map.of("temp", 37.0, "hr", 80.0, "rr", 24.0, "paco2", 28.0, "wbc", 9.0));

        // then
        assertThat(score(PointsScore.SIRS).low()).isEqualTo(1);
        assertThat(score(PointsScore.SIRS).high()).isEqualTo(1);
    }

    @Test
    void aLowPaco2AloneIsAPointButDoesNotMakeTheScoreComplete() {
        // when
        measured(Map.of("temp", 37.0, "hr", 80.0, "paco2", 28.0, "wbc", 9.0));

        // then
        assertThat(score(PointsScore.SIRS).low()).isEqualTo(1);
        assertThat(score(PointsScore.SIRS).complete()).isFalse();
    }

    @Test
    void theShockIndexIsRoundedToHundredthsAndNeedsBoth() {
        // when
        measured(Map.of("hr", 99.4, "abp_sys", 99.6));

        // then
        assertThat(score(PointsScore.SHOCK_INDEX).low()).isEqualTo(1);

        // when
        vitals.take("hr", 100, NOW.plusSeconds(1), new ReadingPosition(0, 1, 0));

        // then
        assertThat(PointsScore.SHOCK_INDEX.score(vitals, NOW.plusSeconds(1)).low())
                .isEqualTo(2);

        EarlyWarningScore stale = PointsScore.SHOCK_INDEX.score(vitals, NOW.plus(Duration.ofHours(1)));
        assertThat(stale.low()).isZero();
        assertThat(stale.high()).isEqualTo(2);
        assertThat(stale.carried()).isEqualTo(2);
    }

    @Test
    void nothingMeasuredIsARangeInEveryScore() {
        for (PointsScore score : PointsScore.values()) {
            assertThat(score(score).low()).isZero();
            assertThat(score(score).high()).isPositive();
            assertThat(score(score).complete()).isFalse();
            assertThat(PointsScore.of(score.version())).contains(score);
        }
    }

    @Test
    void theRangeIsWrittenInBothLanguagesWithTheAgeOfStaleInputs() {
        // when
        measured(Map.of("rr", 24.0, "abp_sys", 95.0));

        // then
        assertThat(ScoreText.of(score(PointsScore.QSOFA)).en())
                .isEqualTo("2-3 incomplete, consciousness never measured");
        assertThat(ScoreText.of(score(PointsScore.QSOFA)).fr()).isEqualTo("2-3 incomplet, conscience : jamais mesuré");

        EarlyWarningScore later = PointsScore.QSOFA.score(vitals, NOW.plus(Duration.ofHours(6)));

        assertThat(ScoreText.of(later).en())
                .isEqualTo("0-3 incomplete, RR 6 h old, SBP 6 h old, consciousness never measured");
        assertThat(ScoreText.of(later).fr()).startsWith("0-3 incomplet, FR : il y a 6 h, PAS : il y a 6 h");
    }

    @Test
    void aCompleteScoreIsJustItsPoints() {
        // when
        measured(Map.of("rr", 16.0, "hr", 70.0, "spo2", 91.0));

        // then
        assertThat(ScoreText.of(score(PointsScore.ESI_DANGER)).en()).isEqualTo("1");
    }
}
