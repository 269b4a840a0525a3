package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;
import org.vigie.training.feature.LabelledStay;

class SurvivalEvaluationTest {
    private static final BootstrapEstimator FEW = new BootstrapEstimator(20, 1);

    /** Every fourth died; the women's risks are right, the men's are upside down; no patient under 50 died. */
    private static final List<LabelledStay> EXAMPLES = IntStream.range(0, 200)
            .mapToObj(i -> new LabelledStay(i, new HourlyGrid(), statics(i), i % 4 == 0))
            .toList();

    @Test
    void aGroupThatIsServedBadlyShows() {
        // given
        SurvivalEvaluation evaluation = SurvivalEvaluation.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);

        // when, then
        assertThat(auroc(evaluation, "sex female")).isOne();
        assertThat(auroc(evaluation, "sex male")).isZero();
        assertThat(group(evaluation, "age under 50").stays()).isEqualTo(100);
        assertThat(group(evaluation, "age under 50").scores()).isEmpty();
        assertThat(group(evaluation, "age 80 and over").stays()).isEqualTo(100);
    }

    @Test
    void sexAgeAndUnitEachPartAllStays() {
        // given
        SurvivalEvaluation evaluation = SurvivalEvaluation.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);

        // when, then
        for (String by : List.of("sex", "age", "unit")) {
            assertThat(evaluation.subgroups().stream()
                            .filter(group -> group.name().startsWith(by))
                            .mapToInt(SubgroupEvaluation::stays)
                            .sum())
                    .isEqualTo(200);
        }
    }

    @Test
    void aThresholdThatWasChosenOnTheSameSetIsMarked() {
        // given
        SurvivalEvaluation given = SurvivalEvaluation.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);

        // when
        SurvivalEvaluation chosen = SurvivalEvaluation.of(EXAMPLES, probabilities(), OptionalDouble.empty(), FEW);

        // then
        assertThat(given.thresholdInHindsight()).isFalse();
        assertThat(given.threshold()).isEqualTo(0.5);
        assertThat(chosen.thresholdInHindsight()).isTrue();
        assertThat(chosen.threshold()).isEqualTo(chosen.hours().get(1).bestThreshold());
    }

    @Test
    void theHoursStandInOrderAndTheGroupsAreOfTheLast() {
        // when
        SurvivalEvaluation evaluation = SurvivalEvaluation.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);

        // then
        assertThat(evaluation.hours())
                .extracting(SurvivalEvaluation.HoursEvaluation::hours)
                .containsExactly(6, 48);
        assertThat(evaluation
                        .hours()
                        .get(0)
                        .scores()
                        .get(EvaluationMetric.AUROC)
                        .value())
                .isEqualTo(0.5);
    }

    @Test
    void aSetWithoutADeathIsNotJudged() {
        // given
        List<LabelledStay> alive = List.of(new LabelledStay(1, new HourlyGrid(), StaticFeatures.UNKNOWN, false));
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        probabilities.put(48, new float[] {0.5f});

        // when, then
        assertThatThrownBy(() -> SurvivalEvaluation.of(alive, probabilities, OptionalDouble.of(0.5), FEW))
                .hasMessageContaining("nothing to rank");
    }

    private static StaticFeatures statics(int i) {
        AdministrativeSex sex = i < 100 ? AdministrativeSex.FEMALE : AdministrativeSex.MALE;
        double age = i % 2 == 0 ? 85 : 40;
        return new StaticFeatures(age, sex, 170, 70, i % 3 == 0 ? UnitType.MEDICAL : UnitType.UNKNOWN);
    }

    private static NavigableMap<Integer, float[]> probabilities() {
        float[] whole = new float[200];
        float[] early = new float[200];
        for (int i = 0; i < 200; i++) {
            boolean right = i < 100;
            whole[i] = (i % 4 == 0) == right ? 0.8f : 0.2f;
            early[i] = 0.3f;
        }
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        probabilities.put(48, whole);
        probabilities.put(6, early);
        return probabilities;
    }

    private static double auroc(SurvivalEvaluation evaluation, String name) {
        return group(evaluation, name).scores().get(EvaluationMetric.AUROC).value();
    }

    private static SubgroupEvaluation group(SurvivalEvaluation evaluation, String name) {
        return evaluation.subgroups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
