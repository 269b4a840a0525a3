package org.vigie.training.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.training.calibrate.Platt;
import org.vigie.training.evaluate.Metrics;

/**
 * What came of a setting.
 *
 * @param rung 1 for the least effort
 * @param results by hours seen
 */
public record Trial(Setting setting, int rung, double effort, double seconds, NavigableMap<Integer, Found> results) {
    /** @param logLoss after Platt's calibration: what a setting says is calibrated in the mean, so it need not be here */
    public record Found(double auroc, double auprc, double logLoss) {
        static Found of(float[] logits, boolean... died) {
            Platt platt = Platt.fit(logits, died);
            float[] probabilities = new float[logits.length];
            for (int i = 0; i < logits.length; i++) {
                probabilities[i] = platt.probability(logits[i]);
            }
            Metrics metrics = Metrics.of(probabilities, died);
            return new Found(metrics.auroc(), metrics.auprc(), Metrics.logLoss(probabilities, died));
        }
    }

    static NavigableMap<Integer, Found> results(NavigableMap<Integer, float[]> logits, boolean... died) {
        NavigableMap<Integer, Found> results = new TreeMap<>();
        logits.forEach((hours, some) -> results.put(hours, Found.of(some, died)));
        return results;
    }

    /** Mean log loss over the numbers of hours seen: the lowest is the best. It is steadier than any rank on 4,000 stays. */
    public double loss() {
        return results.values().stream().mapToDouble(Found::logLoss).average().orElseThrow();
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
