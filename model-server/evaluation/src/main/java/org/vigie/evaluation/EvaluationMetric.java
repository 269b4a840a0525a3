package org.vigie.evaluation;

import java.util.EnumMap;
import java.util.Map;

/** Lists the metrics of predicted probabilities. */
public enum EvaluationMetric {
    AUROC("AUROC"),
    AUPRC("AUPRC"),
    /** min(sensitivity, precision) at the threshold. */
    EVENT1("event 1"),
    /** Hosmer-Lemeshow, lower is better. */
    EVENT2("event 2"),
    /** Lower is better. */
    BRIER("Brier"),
    /** Lower is better. */
    ECE("ECE");

    private final String label;

    EvaluationMetric(String label) {
        this.label = label;
    }

    /** Returns the name for reports. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when all lived or all died */
    static Map<EvaluationMetric, Double> measure(float[] probabilities, boolean[] died, double threshold) {
        BinaryMetrics metrics = BinaryMetrics.of(probabilities, died);
        Map<EvaluationMetric, Double> scores = new EnumMap<>(EvaluationMetric.class);
        scores.put(AUROC, metrics.auroc());
        scores.put(AUPRC, metrics.auprc());
        scores.put(
                EVENT1, BinaryConfusionMatrix.at(threshold, probabilities, died).event1());
        scores.put(EVENT2, metrics.event2());
        scores.put(BRIER, metrics.brier());
        scores.put(ECE, metrics.ece());
        return scores;
    }
}
