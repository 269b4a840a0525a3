package org.vigie.training.command.features;

import java.util.EnumMap;
import java.util.Map;
import org.vigie.evaluation.BinaryMetrics;

/** Lists the differences between two predictions of the same stays. */
enum GainMetric {
    AUROC,
    AUPRC;

    /** Returns the differences on the drawn stays; empty when all lived or all died. */
    static Map<GainMetric, Double> of(int[] stays, float[] before, float[] after, boolean[] died) {
        boolean[] theirs = new boolean[stays.length];
        float[] one = new float[stays.length];
        float[] other = new float[stays.length];
        int deaths = 0;
        for (int i = 0; i < stays.length; i++) {
            theirs[i] = died[stays[i]];
            one[i] = before[stays[i]];
            other[i] = after[stays[i]];
            deaths += theirs[i] ? 1 : 0;
        }
        return deaths == 0 || deaths == stays.length
                ? Map.of()
                : between(BinaryMetrics.of(one, theirs), BinaryMetrics.of(other, theirs));
    }

    private static Map<GainMetric, Double> between(BinaryMetrics before, BinaryMetrics after) {
        return new EnumMap<>(Map.of(AUROC, after.auroc() - before.auroc(), AUPRC, after.auprc() - before.auprc()));
    }
}
