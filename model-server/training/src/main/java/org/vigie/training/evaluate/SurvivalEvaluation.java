package org.vigie.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import org.vigie.evaluation.BinaryConfusionMatrix;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.evaluation.RiskDecile;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;

/**
 * Holds the evaluation of predicted probabilities on one set.
 *
 * @param threshold of event 1 and of the confusion matrices
 * @param thresholdInHindsight whether the threshold was chosen on this very set, so that event 1 is optimistic
 * @param hours by ascending hours seen
 * @param subgroups with the most hours seen; groups without a stay are left out
 */
public record SurvivalEvaluation(
        int stays,
        int deaths,
        double threshold,
        boolean thresholdInHindsight,
        BootstrapEstimator bootstrap,
        List<HoursEvaluation> hours,
        List<SubgroupEvaluation> subgroups) {
    public SurvivalEvaluation {
        hours = List.copyOf(hours);
        subgroups = List.copyOf(subgroups);
    }

    /** Returns the evaluation with the most hours seen. */
    public HoursEvaluation wholeStays() {
        return hours.get(hours.size() - 1);
    }
    /**
     * Holds the evaluation with one number of hours of each stay seen.
     *
     * @param bestThreshold the one with the highest event 1 on this very set
     */
    public record HoursEvaluation(
            int hours,
            Map<EvaluationMetric, IntervalEstimate> scores,
            BinaryConfusionMatrix confusion,
            double sensitivity,
            double specificity,
            double precision,
            double bestThreshold,
            double bestEvent1,
            List<RiskDecile> calibration) {}

    /**
     * Holds the evaluation of one group.
     *
     * @param scores empty when all of them lived or all died
     */
    public record SubgroupEvaluation(
            String name, int stays, int deaths, Map<EvaluationMetric, IntervalEstimate> scores) {}

    /**
     * Evaluates probabilities.
     *
     * @param probabilities by hours seen, one for each example
     * @param threshold when empty, the best one with the most hours seen is chosen and marked as chosen in hindsight
     * @throws IllegalArgumentException when all lived or all died
     */
    public static SurvivalEvaluation of(
            List<LabelledStay> examples,
            NavigableMap<Integer, float[]> probabilities,
            OptionalDouble threshold,
            BootstrapEstimator bootstrap) {
        boolean[] died = died(examples);
        float[] last = probabilities.lastEntry().getValue();
        double used = threshold.orElseGet(() -> BinaryMetrics.curve(last, died).bestThreshold());
        List<HoursEvaluation> hours = new ArrayList<>();
        probabilities.forEach((seen, some) -> hours.add(atHours(seen, some, died, used, bootstrap)));
        int deaths = (int) examples.stream().filter(LabelledStay::died).count();
        List<SubgroupEvaluation> subgroups = subgroups(new PredictedStays(examples, last), used, bootstrap);
        return new SurvivalEvaluation(examples.size(), deaths, used, threshold.isEmpty(), bootstrap, hours, subgroups);
    }

    private static List<SubgroupEvaluation> subgroups(
            PredictedStays stays, double threshold, BootstrapEstimator bootstrap) {
        return PatientSubgroup.all().stream()
                .map(group -> stays.only(place ->
                                group.members().test(statics(stays.examples().get(place))))
                        .evaluated(group.name(), threshold, bootstrap))
                .filter(group -> group.stays() > 0)
                .toList();
    }

    /** Returns who died, in the order of the examples. */
    public static boolean[] died(List<LabelledStay> examples) {
        boolean[] died = new boolean[examples.size()];
        for (int i = 0; i < died.length; i++) {
            died[i] = examples.get(i).died();
        }
        return died;
    }

    private static HoursEvaluation atHours(
            int hours, float[] probabilities, boolean[] died, double threshold, BootstrapEstimator bootstrap) {
        BinaryConfusionMatrix confusion = BinaryConfusionMatrix.at(threshold, probabilities, died);
        double best = BinaryMetrics.curve(probabilities, died).bestThreshold();
        return new HoursEvaluation(
                hours,
                bootstrap.estimate(probabilities, died, threshold),
                confusion,
                confusion.sensitivity(),
                confusion.specificity(),
                confusion.precision(),
                best,
                BinaryConfusionMatrix.at(best, probabilities, died).event1(),
                BinaryMetrics.deciles(probabilities, died));
    }

    private static StaticFeatures statics(LabelledStay example) {
        return example.stay().statics();
    }
}
