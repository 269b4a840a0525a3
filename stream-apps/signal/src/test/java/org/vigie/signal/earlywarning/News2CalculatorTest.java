package org.vigie.signal.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests NEWS2 with complete, missing and stale inputs. */
class News2CalculatorTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final ReadingPosition PLACE = new ReadingPosition(0, 0, 0);

    private final CurrentVitals vitals = new CurrentVitals();
    private final News2Calculator news2 = new News2Calculator();

    private void measured(String variable, double value) {
        vitals.take(variable, value, NOW, PLACE);
    }

    private void healthy() {
        measured("rr", 16);
        measured("spo2", 97);
        measured("abp_sys", 120);
        measured("hr", 70);
        measured("gcs_total", 15);
        measured("temp", 37);
        measured("fio2", 21);
    }

    private EarlyWarningScore score() {
        return news2.score(vitals, SaturationScale.SCALE_1, NOW);
    }

    @Test
    void aHealthyAdultScoresZeroAndTheScoreIsComplete() {
        // when
        healthy();

        // then
        assertThat(score().complete()).isTrue();
        assertThat(score().low()).isZero();
        assertThat(score().high()).isZero();
    }

    @Test
    void nothingMeasuredIsARangeNotANormal() {
        assertThat(score().low()).isZero();
        assertThat(score().high()).isEqualTo(20);
        assertThat(score().missing()).hasSize(7);
    }

    @Test
    void aStaleInputIsARangeAndIsNamed() {
        // given
        healthy();

        // when
        EarlyWarningScore later = news2.score(vitals, SaturationScale.SCALE_1, NOW.plus(Duration.ofMinutes(6)));

        // then
        assertThat(later.complete()).isFalse();
        assertThat(later.missing())
                .extracting(EarlyWarningScore.ScoreComponent::input)
                .contains("rr", "spo2", "pulse");
        assertThat(later.high()).isGreaterThan(later.low());
    }

    @Test
    void valuesAreRoundedToTheChartFirst() {
        // given
        healthy();
        measured("temp", 37);

        // when
        vitals.take("spo2", 95.5, NOW.plusSeconds(1), PLACE);
        vitals.take("rr", 20.4, NOW.plusSeconds(1), PLACE);
        vitals.take("temp", 38.04, NOW.plusSeconds(1), PLACE);

        // then
        assertThat(score().low()).isZero();
    }

    @Test
    void oxygenIsUnknownWhenItWasNeverCharted() {
        // when
        measured("rr", 16);

        // then
        assertThat(score().missing())
                .extracting(EarlyWarningScore.ScoreComponent::input)
                .contains("oxygen");
    }

    @Test
    void aVentilatorCountsAsOxygenAndTheScoreStatesThatItSaturates() {
        // given
        healthy();

        // when
        measured("mech_vent", 1);

        // then
        assertThat(score().low()).isEqualTo(2);
        assertThat(score().ventilated()).isTrue();
    }

    @Test
    void theCuffPressureIsUsedOnceTheArterialLineIsStale() {
        // given
        measured("abp_sys", 120);
        vitals.take("abp_sys", 120, NOW.plusSeconds(1), PLACE);

        // when
        measured("nibp_sys", 85);

        // then
        assertThat(points("sbp", NOW.plusSeconds(61))).isZero();
        assertThat(points("sbp", NOW.plusSeconds(62))).isEqualTo(3);
    }

    @Test
    void scaleTwoDependsOnOxygen() {
        // given
        healthy();

        // when
        vitals.take("spo2", 98, NOW.plusSeconds(1), PLACE);

        // then
        assertThat(news2.score(vitals, SaturationScale.SCALE_2, NOW).low()).isZero();

        // when
        vitals.take("fio2", 40, NOW.plusSeconds(1), PLACE);

        // then
        assertThat(news2.score(vitals, SaturationScale.SCALE_2, NOW.plusSeconds(1))
                        .low())
                .isEqualTo(5);
    }

    @Test
    void onScaleTwoAnUnknownOxygenMakesTheSaturationARange() {
        // given
        measured("spo2", 98);

        // when
        EarlyWarningScore.ScoreComponent component = news2.score(vitals, SaturationScale.SCALE_2, NOW).parts().stream()
                .filter(each -> each.input().equals("spo2"))
                .findFirst()
                .orElseThrow();

        // then
        assertThat(component.low()).isZero();
        assertThat(component.high()).isEqualTo(3);
    }

    @Test
    void onScaleTwoTheSaturationKeepsItsPointsOnOxygenWhenTheFio2HasBecomeStale() {
        // given: oxygen was charted once, saturation and breathing are measured
        Instant later = NOW.plus(Duration.ofHours(5));
        measured("fio2", 28);
        vitals.take("spo2", 97, later, PLACE);
        vitals.take("rr", 22, later, PLACE);

        // when
        EarlyWarningScore score = news2.score(vitals, SaturationScale.SCALE_2, later);

        // then: 3 for the saturation, 2 for the oxygen, 2 for the breathing
        assertThat(score.low()).isEqualTo(2);
        assertThat(score.carried()).isEqualTo(7);
        assertThat(score.worstCarried()).isEqualTo(3);
    }

    @Test
    void aVariableThatStoppedKeepsItsPointsForTheClearing() {
        // given
        vitals.take("spo2", 84, NOW, PLACE);

        // when
        EarlyWarningScore later = news2.score(vitals, SaturationScale.SCALE_1, NOW.plus(Duration.ofHours(1)));

        // then
        assertThat(later.low()).isZero();
        assertThat(later.carried()).isEqualTo(3);
    }

    private int points(String input, Instant at) {
        return news2.score(vitals, SaturationScale.SCALE_1, at).parts().stream()
                .filter(component -> component.input().equals(input))
                .findFirst()
                .orElseThrow()
                .low();
    }
}
