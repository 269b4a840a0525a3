package org.vigie.training.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.PlattScaling;

/**
 * What came of a setting.
 *
 * @param rung 1 for the least effort
 * @param results by hours seen
 */
public record SearchTrial(
        SearchSetting setting, int rung, double effort, double seconds, NavigableMap<Integer, TrialResult> results) {
    /** @param logLoss after Platt's calibration: what a setting says is calibrated in the mean, so it need not be here */
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

    /** Mean log loss over the numbers of hours seen: the lowest is the best. It is steadier than any rank on 4,000 stays. */
    public double loss() {
        return results.values().stream()
                .mapToDouble(TrialResult::logLoss)
                .average()
                .orElseThrow();
    }

    /** A line of the log, in the order of its fields. */
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
