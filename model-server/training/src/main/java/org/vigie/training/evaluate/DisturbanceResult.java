package org.vigie.training.evaluate;

import org.vigie.evaluation.BinaryMetrics;

/**
 * Holds the results of a model on disturbed inputs.
 *
 * @param name of the disturbance
 * @param auroc with the disturbance; {@code aurocChange} is the difference to the undisturbed one, below 0 when it is worse
 * @param ece with the disturbance; {@code eceChange} is above 0 when it is worse
 * @param moved mean distance of a stay's probability from the undisturbed one
 */
public record DisturbanceResult(
        String name, double auroc, double aurocChange, double ece, double eceChange, double moved) {
    /** @param before undisturbed probabilities, in the same order */
    public static DisturbanceResult of(String name, float[] probabilities, float[] before, boolean[] died) {
        BinaryMetrics with = BinaryMetrics.of(probabilities, died);
        BinaryMetrics without = BinaryMetrics.of(before, died);
        double moved = 0;
        for (int i = 0; i < before.length; i++) {
            moved += Math.abs(probabilities[i] - before[i]) / before.length;
        }
        return new DisturbanceResult(
                name, with.auroc(), with.auroc() - without.auroc(), with.ece(), with.ece() - without.ece(), moved);
    }
}
