package org.vigie.evaluation;

/**
 * Corrects log odds: slope x logit + bend x log(1 + exp(logit)) + intercept. Unlike {@link PlattScaling} it may correct low and high risks by
 * different factors, as a mean of trees and networks needs.
 *
 * <p>Source: Kull M, Silva Filho T, Flach P. Beta calibration. AISTATS 2017.
 */
public record BetaCalibration(double slope, double bend, double intercept) {
    /** The identity, worth one case. */
    private static final LogisticRegression REGRESSION = new LogisticRegression(new double[] {1, 0, 0}, 1, 30);

    /**
     * Fits log odds to outcomes by penalized maximum likelihood. Where the fitted curve would fall, the result is a {@link PlattScaling}
     * without a bend.
     */
    public static BetaCalibration fit(float[] logits, boolean[] outcomes) {
        double[][] inputs = new double[logits.length][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new double[] {logits[i], Math.log1p(Math.exp(logits[i])), 1};
        }
        double[] fitted = REGRESSION.fit(inputs, outcomes);
        if (fitted[0] > 0 && fitted[0] + fitted[1] > 0) {
            return new BetaCalibration(fitted[0], fitted[1], fitted[2]);
        }
        PlattScaling platt = PlattScaling.fit(logits, outcomes);
        return new BetaCalibration(platt.slope(), 0, platt.intercept());
    }
}
