package org.vigie.signal.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests how long values stay fresh. */
class FreshnessRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final CurrentVitals vitals = new CurrentVitals();

    private void everySoOften(String variable, Duration interval, int times) {
        for (int i = 0; i < times; i++) {
            vitals.take(variable, 80, NOW.minus(interval.multipliedBy(times - 1L - i)), new ReadingPosition(0, i, 0));
        }
    }

    @Test
    void aLiveVitalIsStaleAfterAMinute() {
        // when
        everySoOften("hr", Duration.ofSeconds(1), 3);

        // then
        assertThat(vitals.fresh("hr", NOW.plusSeconds(60))).isPresent();
        assertThat(vitals.fresh("hr", NOW.plusSeconds(61))).isEmpty();
    }

    @Test
    void aVitalThatIsChartedByTheHourIsStaleAfterThreeHours() {
        // when
        everySoOften("hr", Duration.ofHours(1), 3);

        // then
        assertThat(vitals.fresh("hr", NOW.plus(Duration.ofHours(3)))).isPresent();
        assertThat(vitals.fresh("hr", NOW.plus(Duration.ofHours(3)).plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void anOutageDoesNotChangeTheRhythm() {
        // given
        everySoOften("hr", Duration.ofSeconds(1), 3);
        Instant back = NOW.plus(Duration.ofMinutes(20));

        // when
        vitals.take("hr", 80, back, new ReadingPosition(0, 9, 0));

        // then
        assertThat(vitals.fresh("hr", back.plusSeconds(61))).isEmpty();
    }

    @Test
    void anOlderValueChangesNothingAndOfOneInstantTheLaterCounts() {
        // when
        vitals.take("hr", 90, NOW, new ReadingPosition(0, 1, 0));

        // then
        assertThat(vitals.take("hr", 80, NOW, new ReadingPosition(0, 2, 0))).isTrue();
        assertThat(vitals.take("hr", 150, NOW.minusSeconds(1), new ReadingPosition(0, 3, 0)))
                .isFalse();
        assertThat(vitals.find("hr").orElseThrow().value()).isEqualTo(80);
    }
}
