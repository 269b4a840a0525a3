package org.vigie.training.external;

import org.vigie.evaluation.BinaryMetrics;

/**
 * Tells how one variable goes with the errors of a model. A Brier score is the mean square of the error of a risk.
 *
 * @param variable name in the catalogue
 * @param measured stays in which it was measured
 * @param brier of these stays; NaN without one
 * @param brierElsewhere of the other stays; NaN without one
 * @param brierChangeWithout change of the score of all stays when the variable is taken away; below 0 the variable misleads the model
 * @param aurocChangeWithout the same for the ranking; above 0 the variable misleads the model
 */
public record VariableError(
        String variable,
        int measured,
        double brier,
        double brierElsewhere,
        double brierChangeWithout,
        double aurocChangeWithout) {
    /**
     * Compares the risks with and without the variable.
     *
     * @param with risk of each stay
     * @param without risk of each stay that does not know the variable
     * @param has whether it was measured in each stay
     */
    public static VariableError of(String variable, float[] with, float[] without, boolean[] has, boolean[] died) {
        BinaryMetrics before = BinaryMetrics.of(with, died);
        BinaryMetrics after = BinaryMetrics.of(without, died);
        int measured = 0;
        for (boolean one : has) {
            measured += one ? 1 : 0;
        }
        return new VariableError(
                variable,
                measured,
                brier(with, died, has, true),
                brier(with, died, has, false),
                after.brier() - before.brier(),
                after.auroc() - before.auroc());
    }

    private static double brier(float[] risks, boolean[] died, boolean[] has, boolean chosen) {
        double sum = 0;
        int stays = 0;
        for (int i = 0; i < risks.length; i++) {
            if (has[i] == chosen) {
                sum += Math.pow(risks[i] - (died[i] ? 1 : 0), 2);
                stays++;
            }
        }
        return sum / stays;
    }
}
