package org.vigie.signal.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests both versions of SOFA at one instant and over a day. */
class SofaScoreTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<String, Double> WELL = Map.of(
            "pao2",
            100.0,
            "fio2",
            21.0,
            "platelets",
            200.0,
            "bilirubin_total",
            0.8,
            "gcs_total",
            15.0,
            "creatinine",
            0.9,
            "abp_mean",
            80.0,
            "mech_vent",
            0.0,
            "renal_replacement",
            0.0);

    private static CurrentVitals vitals(Map<String, Double> changed) {
        CurrentVitals vitals = new CurrentVitals();
        Map<String, Double> values = new HashMap<>(WELL);
        values.putAll(changed);
        values.forEach((variable, value) -> vitals.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));
        return vitals;
    }

    private static EarlyWarningScore.ScoreComponent part(EarlyWarningScore score, String input) {
        return score.parts().stream()
                .filter(component -> component.input().equals(input))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCirculationIsARangeWhileNoVasopressorIsCharted() {
        // when
        EarlyWarningScore score = SofaScore.CLASSIC.score(vitals(Map.of()), NOW);

        // then
        assertThat(score.low()).isZero();
        assertThat(score.high()).isEqualTo(4);
        assertThat(score.missing())
                .extracting(EarlyWarningScore.ScoreComponent::input)
                .containsExactly("circulation");
    }

    @Test
    void theTwoVersionsDifferAsTheirSourcesDo() {
        // given
        CurrentVitals vitals = vitals(Map.of("pao2", 80.0, "fio2", 25.0, "platelets", 90.0));

        // when, then
        assertThat(SofaScore.CLASSIC.score(vitals, NOW).low()).isEqualTo(1 + 2);
        assertThat(SofaScore.SOFA_2.score(vitals, NOW).low()).isEqualTo(0 + 2);
        assertThat(SofaScore.CLASSIC.version()).isNotEqualTo(SofaScore.SOFA_2.version());
    }

    @Test
    void threePointsForBreathingNeedSupport() {
        // given
        Map<String, Double> bad = Map.of("pao2", 60.0, "fio2", 100.0);
        Map<String, Double> ventilated = new HashMap<>(bad);

        // when
        ventilated.put("mech_vent", 1.0);

        // then
        assertThat(part(SofaScore.CLASSIC.score(vitals(bad), NOW), "breathing").low())
                .isEqualTo(2);
        assertThat(part(SofaScore.CLASSIC.score(vitals(ventilated), NOW), "breathing")
                        .low())
                .isEqualTo(4);
    }

    @Test
    void whetherThereIsSupportIsARangeWhenItIsNotCharted() {
        // given
        CurrentVitals vitals = new CurrentVitals();
        Map.of("pao2", 60.0, "fio2", 100.0)
                .forEach((variable, value) -> vitals.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));

        // when
        EarlyWarningScore.ScoreComponent breathing = part(SofaScore.CLASSIC.score(vitals, NOW), "breathing");

        // then
        assertThat(breathing.low()).isEqualTo(2);
        assertThat(breathing.high()).isEqualTo(4);
        assertThat(breathing.known()).isFalse();
    }

    @Test
    void sofa2TakesTheSaturationWhenThereIsNoBloodGasAndItIsBelow98() {
        // given
        CurrentVitals vitals = new CurrentVitals();

        // when
        Map.of("spo2", 92.0, "fio2", 40.0, "mech_vent", 1.0)
                .forEach((variable, value) -> vitals.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));

        // then
        assertThat(part(SofaScore.SOFA_2.score(vitals, NOW), "breathing").low()).isEqualTo(2);

        // when
        vitals.take("spo2", 98, NOW.plusSeconds(1), new ReadingPosition(0, 1, 0));

        // then
        assertThat(part(SofaScore.SOFA_2.score(vitals, NOW.plusSeconds(1)), "breathing")
                        .known())
                .isFalse();
        assertThat(part(SofaScore.CLASSIC.score(vitals, NOW.plusSeconds(1)), "breathing")
                        .known())
                .isFalse();
    }

    @Test
    void theWorstOf24HoursCountsAndIsDroppedAfterwards() {
        // given
        EarlyWarningScore bad = SofaScore.SOFA_2.score(vitals(Map.of("gcs_total", 8.0)), NOW);
        CurrentVitals well = vitals(Map.of());
        DailySofa day = DailySofa.EMPTY.with(bad, NOW);
        Instant hourLater = NOW.plus(Duration.ofHours(1));
        EarlyWarningScore better = SofaScore.SOFA_2.score(well, hourLater);

        // when
        day = day.with(better, hourLater);

        // then
        assertThat(part(day.worst(better, hourLater), "gcs").low()).isEqualTo(3);
        assertThat(part(day.worst(better, NOW.plus(Duration.ofHours(24)).minusMillis(1)), "gcs")
                        .low())
                .isEqualTo(3);
        assertThat(part(day.worst(better, NOW.plus(Duration.ofHours(24))), "gcs")
                        .low())
                .isZero();
    }

    @Test
    void anOrganThatWasKnownTodayIsKnownAndOneThatWasNotIsARange() {
        // given
        DailySofa day = DailySofa.EMPTY.with(SofaScore.SOFA_2.score(vitals(Map.of("platelets", 90.0)), NOW), NOW);
        EarlyWarningScore nothing = SofaScore.SOFA_2.score(new CurrentVitals(), NOW.plus(Duration.ofHours(2)));

        EarlyWarningScore today = day.worst(nothing, NOW.plus(Duration.ofHours(2)));

        // when, then
        assertThat(part(today, "platelets").known()).isTrue();
        assertThat(part(today, "platelets").low()).isEqualTo(2);
        assertThat(DailySofa.EMPTY.worst(nothing, NOW).high()).isEqualTo(24);
    }

    @Test
    void aDayAtOneHertzKeepsFewEntries() {
        // given
        DailySofa day = DailySofa.EMPTY;
        EarlyWarningScore score = SofaScore.SOFA_2.score(vitals(Map.of("gcs_total", 8.0)), NOW);

        // when
        for (int second = 0; second < 1000; second++) {
            day = day.with(score, NOW.plusSeconds(second));
        }

        // then
        assertThat(day.seen()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void theDoseOfVasopressorsGivesThePointsOfTheCirculation() {
        assertThat(circulation(SofaScore.SOFA_2, Map.of("noradrenaline", 0.0))).containsExactly(0, 0);
        assertThat(circulation(SofaScore.SOFA_2, Map.of("noradrenaline", 0.0, "abp_mean", 60.0)))
                .containsExactly(1, 1);
        assertThat(circulation(SofaScore.SOFA_2, Map.of("noradrenaline", 0.2))).containsExactly(2, 2);
        assertThat(circulation(SofaScore.SOFA_2, Map.of("noradrenaline", 0.2, "adrenaline", 0.1)))
                .containsExactly(3, 3);
        assertThat(circulation(SofaScore.SOFA_2, Map.of("noradrenaline", 0.41))).containsExactly(4, 4);
        assertThat(circulation(SofaScore.SOFA_2, Map.of("dobutamine", 5.0))).containsExactly(2, 2);
        assertThat(circulation(SofaScore.CLASSIC, Map.of("noradrenaline", 0.1))).containsExactly(3, 3);
        assertThat(circulation(SofaScore.CLASSIC, Map.of("dopamine", 16.0))).containsExactly(4, 4);
    }

    @Test
    void theCirculationIsARangeWhenTheRateOfAVasopressorThatRanHasBecomeStale() {
        // given: the pump of the noradrenaline is silent, that of the dobutamine tells that it stands still
        CurrentVitals vitals = vitals(Map.of("dobutamine", 0.0));
        vitals.take("noradrenaline", 0.5, NOW.minus(Duration.ofDays(1)), new ReadingPosition(0, 0, 0));

        // when
        EarlyWarningScore.ScoreComponent part = part(SofaScore.CLASSIC.score(vitals, NOW), "circulation");

        // then
        assertThat(part.known()).isFalse();
        assertThat(List.of(part.low(), part.high(), part.carried())).containsExactly(0, 4, 4);
        assertThat(part.age()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void vasopressinAloneSaysNothingOfTheDrugsThatTheClassicScoreCounts() {
        assertThat(circulation(SofaScore.CLASSIC, Map.of("vasopressin", 0.0))).containsExactly(0, 4);
        assertThat(circulation(SofaScore.SOFA_2, Map.of("vasopressin", 0.0))).containsExactly(0, 0);
    }

    private static List<Integer> circulation(SofaScore version, Map<String, Double> changed) {
        EarlyWarningScore.ScoreComponent part = part(version.score(vitals(changed), NOW), "circulation");
        return List.of(part.low(), part.high());
    }

    @Test
    void renalReplacementIsFourPointsAndARangeWhenItIsNotCharted() {
        // given
        Map<String, Double> values = new HashMap<>(WELL);
        values.remove("renal_replacement");
        CurrentVitals uncharted = new CurrentVitals();
        values.forEach((variable, value) -> uncharted.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));

        // when
        EarlyWarningScore.ScoreComponent open = part(SofaScore.SOFA_2.score(uncharted, NOW), "creatinine");
        EarlyWarningScore.ScoreComponent running =
                part(SofaScore.SOFA_2.score(vitals(Map.of("renal_replacement", 1.0)), NOW), "creatinine");

        // then
        assertThat(open).returns(0, EarlyWarningScore.ScoreComponent::low);
        assertThat(open).returns(4, EarlyWarningScore.ScoreComponent::high);
        assertThat(open.known()).isFalse();
        assertThat(running).returns(4, EarlyWarningScore.ScoreComponent::low);
        assertThat(running.known()).isTrue();
    }

    @Test
    void highFlowAndNonInvasiveVentilationAreSupport() {
        // given
        Map<String, Double> bad = Map.of("pao2", 60.0, "fio2", 60.0);
        Map<String, Double> highFlow = new HashMap<>(bad);
        highFlow.put("vent_mode", 1.0);
        Map<String, Double> mask = new HashMap<>(bad);

        // when
        mask.put("vent_mode", 2.0);

        // then
        assertThat(part(SofaScore.SOFA_2.score(vitals(bad), NOW), "breathing").low())
                .isEqualTo(2);
        assertThat(part(SofaScore.SOFA_2.score(vitals(highFlow), NOW), "breathing")
                        .low())
                .isEqualTo(3);
        assertThat(part(SofaScore.CLASSIC.score(vitals(highFlow), NOW), "breathing")
                        .low())
                .isEqualTo(2);
        assertThat(part(SofaScore.CLASSIC.score(vitals(mask), NOW), "breathing").low())
                .isEqualTo(3);
    }

    @Test
    void theFio2AtTheSamplingOfTheBloodGasCounts() {
        // given: sampled on 40 %, and 100 % since then
        Instant sampled = NOW.minusSeconds(600);
        CurrentVitals gas = new CurrentVitals();
        gas.take("fio2", 40, sampled.minusSeconds(60), new ReadingPosition(0, 0, 0));
        OxygenHistory oxygen = OxygenHistory.NONE.with(gas);
        gas.take("fio2", 100, NOW, new ReadingPosition(0, 1, 0));
        gas.take("pao2", 80, sampled, new ReadingPosition(0, 2, 0));
        gas.take("vent_mode", 4, NOW, new ReadingPosition(0, 3, 0));

        // when
        EarlyWarningScore.ScoreComponent known = part(SofaScore.SOFA_2.score(gas, oxygen.with(gas), NOW), "breathing");
        EarlyWarningScore.ScoreComponent unknown =
                part(SofaScore.SOFA_2.score(gas, OxygenHistory.NONE, NOW), "breathing");

        // then: 80 / 0.4 = 200
        assertThat(known.low()).isEqualTo(2);
        assertThat(known.known()).isTrue();
        assertThat(unknown.known()).isFalse();
    }

    @Test
    void underSedationTheGlasgowScoreBeforeItCounts() {
        // given
        Map<String, Double> sedated = Map.of("gcs_total", 3.0, "rass", -5.0);
        Map<String, Double> awakeBefore = new HashMap<>(sedated);

        // when
        awakeBefore.put("gcs_presedation", 14.0);

        // then
        assertThat(part(SofaScore.SOFA_2.score(vitals(awakeBefore), NOW), "gcs").low())
                .isEqualTo(1);
        assertThat(part(SofaScore.SOFA_2.score(vitals(sedated), NOW), "gcs").known())
                .isFalse();
        assertThat(part(SofaScore.SOFA_2.score(vitals(Map.of("gcs_total", 3.0)), NOW), "gcs")
                        .low())
                .isEqualTo(4);
    }
}
