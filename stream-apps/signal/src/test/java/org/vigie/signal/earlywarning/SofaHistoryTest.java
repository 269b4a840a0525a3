package org.vigie.signal.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.earlywarning.SofaHistory.SofaSample;

class SofaHistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static SofaSample sample(Instant at, Map<String, Integer> known) {
        return new SofaSample(at, known, 0, 24);
    }

    @Test
    void theChangeIsThatOfTheOrgansThatAreKnownAtBothEnds() {
        // when
        SofaHistory history = SofaHistory.NONE
                .with(sample(NOW, Map.of("gcs", 0, "platelets", 1)))
                .with(sample(NOW.plus(Duration.ofHours(6)), Map.of("gcs", 3, "creatinine", 4)));

        // then
        assertThat(history.change()).hasValue(3);
    }

    @Test
    void withoutACommonOrganThereIsNoChange() {
        // when
        SofaHistory history = SofaHistory.NONE
                .with(sample(NOW, Map.of("platelets", 1)))
                .with(sample(NOW.plus(Duration.ofHours(6)), Map.of("gcs", 3)));

        // then
        assertThat(history.change()).isEmpty();
        assertThat(SofaHistory.NONE.change()).isEmpty();
    }

    @Test
    void aDayOfMinutesKeepsOneSampleAnHour() {
        // given
        SofaHistory history = SofaHistory.NONE;

        // when
        for (int minute = 0; minute < 48 * 60; minute++) {
            history = history.with(sample(NOW.plus(Duration.ofMinutes(minute)), Map.of("gcs", minute)));
        }

        // then
        assertThat(history.samples()).hasSizeLessThanOrEqualTo(27);
        assertThat(history.change().orElseThrow()).isBetween(23 * 60, 24 * 60);
    }

    @Test
    void theNextSampleIsDueAfterAMinute() {
        // when
        SofaHistory history = SofaHistory.NONE.with(sample(NOW, Map.of("gcs", 0)));

        // then
        assertThat(history.isDue(NOW.plusSeconds(59))).isFalse();
        assertThat(history.isDue(NOW.plusSeconds(60))).isTrue();
    }
}
