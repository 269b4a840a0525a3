package org.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.BinaryConfusionMatrix;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.HoursEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;

class EvaluationTablesTest {
    private static final BinaryConfusionMatrix CONFUSION = new BinaryConfusionMatrix(6, 4, 2, 88);
    private static final SubgroupEvaluation WOMEN = new SubgroupEvaluation("women", 40, 3, scores(0.8));
    private static final SubgroupEvaluation CORONARY = new SubgroupEvaluation("coronary", 5, 0, Map.of());

    @Test
    void aRowPerNumberOfHoursNamesTheThresholdThatWouldHaveBeenBest() {
        // when
        var table = new EvaluationTables(evaluation()).byHours();

        // then
        assertThat(table.head()).startsWith("hours seen", "AUROC").endsWith("best event 1 in hindsight");
        assertThat(table.rows().get(0))
                .startsWith("24", "0.700 (0.650 to 0.750)")
                .endsWith("0.550 at 0.300");
        assertThat(table.rows().get(1)).startsWith("48", "0.800 (0.750 to 0.850)");
    }

    @Test
    void aGroupInWhichNobodyDiedHasNoMetricInsteadOfANumber() {
        // when
        var table = new EvaluationTables(evaluation()).groups("sex or unit", List.of(WOMEN, CORONARY));

        // then
        assertThat(table.head()).startsWith("sex or unit", "stays", "deaths", "AUROC");
        assertThat(table.rows().get(0)).startsWith("women", "40", "3", "0.800 (0.750 to 0.850)");
        assertThat(table.rows().get(1))
                .containsExactly("coronary", "5", "0", "none", "none", "none", "none", "none", "none");
    }

    @Test
    void theConfusionMatrixIsThatOfWholeStays() {
        assertThat(new EvaluationTables(evaluation()).confusion().rows())
                .containsExactly(
                        List.of("died", "6", "2", "sensitivity 0.750"),
                        List.of("survived", "4", "88", "specificity 0.957"),
                        List.of("share that died", "0.600", "", ""));
    }

    private static SurvivalEvaluation evaluation() {
        BinaryConfusionMatrix early = new BinaryConfusionMatrix(1, 1, 7, 91);
        return new SurvivalEvaluation(
                100,
                8,
                0.3,
                false,
                new BootstrapEstimator(10, 1),
                List.of(hours(24, 0.7, early), hours(48, 0.8, CONFUSION)),
                List.of(WOMEN));
    }

    private static HoursEvaluation hours(int hours, double auroc, BinaryConfusionMatrix confusion) {
        return new HoursEvaluation(hours, scores(auroc), confusion, 0, 0, 0, 0.3, 0.55, List.of());
    }

    private static Map<EvaluationMetric, IntervalEstimate> scores(double value) {
        Map<EvaluationMetric, IntervalEstimate> scores = new EnumMap<>(EvaluationMetric.class);
        for (EvaluationMetric metric : EvaluationMetric.values()) {
            scores.put(metric, new IntervalEstimate(value, value - 0.05, value + 0.05));
        }
        return scores;
    }
}
