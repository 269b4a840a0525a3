package org.vigie.training.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.PlattScaling;

/**
 * Holds the results of a setting.
 *
 * @param rung 1 for the least effort
 * @param results by hours seen
 */
public record SearchTrial(
        SearchSetting setting, int rung, double effort, double seconds, NavigableMap<Integer, TrialResult> results) {
    /**
     * Holds the results after one number of hours.
     *
     * @param logLoss after Platt scaling, because the predictions of a setting are calibrated only in the ensemble
     */
    public record TrialResult(double auroc, double auprc, double logLoss) {
        static TrialResult of(float[] logits, boolean... died) {
            PlattScaling platt = PlattScaling.fit(logits, died);
            float[] probabilities = new float[logits.length];
            for (int i = 0; i < logits.length; i++) {
                probabilities[i] = (float) platt.probability(logits[i]);
            }
            BinaryMetrics metrics = BinaryMetrics.of(probabilities, died);
            return new TrialResult(metrics.auroc(), metrics.auprc(), BinaryMetrics.logLoss(probabilities, died));
        }
    }

    static NavigableMap<Integer, TrialResult> results(NavigableMap<Integer, float[]> logits, boolean... died) {
        NavigableMap<Integer, TrialResult> results = new TreeMap<>();
        logits.forEach((hours, some) -> results.put(hours, TrialResult.of(some, died)));
        return results;
    }

    /** Returns the mean log loss over the numbers of hours seen; the lowest is the best. It varies less than ranks on 4,000 stays. */
    public double loss() {
        return results.values().stream()
                .mapToDouble(TrialResult::logLoss)
                .average()
                .orElseThrow();
    }

    /** Returns a line of the log, with its fields in order. */
    public Map<String, Object> line(String what, String set) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        line.put("rung", rung);
        line.put("effort", effort);
        line.put("config", setting.config());
        line.put("seconds", seconds);
        line.put("results", Map.of(set, results));
        return line;
    }
}
