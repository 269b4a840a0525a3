package org.vigie.training.calibrate;

/**
 * Platt scaling: probability = sigmoid(slope x logit + intercept).
 *
 * <p>Source: Platt J. Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers, 1999.
 */
public record PlattScaling(double slope, double intercept) {
    private static final int STEPS = 50;
    /** A prior of the identity, worth a few stays: keeps tiny sets from a runaway fit. */
    private static final double RIDGE = 1;

    /** Maximum likelihood by Newton's method. */
    public static PlattScaling fit(float[] logits, boolean[] died) {
        PlattScaling platt = new PlattScaling(1, 0);
        for (int step = 0; step < STEPS; step++) {
            platt = platt.step(logits, died);
        }
        return platt;
    }

    public float probability(float logit) {
        return (float) (1 / (1 + Math.exp(-(slope * logit + intercept))));
    }

    private PlattScaling step(float[] logits, boolean[] died) {
        double gradientSlope = RIDGE * (slope - 1);
        double gradientIntercept = RIDGE * intercept;
        double slopeSlope = RIDGE;
        double slopeIntercept = 0;
        double interceptIntercept = RIDGE;
        for (int i = 0; i < logits.length; i++) {
            double p = 1 / (1 + Math.exp(-(slope * logits[i] + intercept)));
            double error = p - (died[i] ? 1 : 0);
            double weight = p * (1 - p);
            gradientSlope += error * logits[i];
            gradientIntercept += error;
            slopeSlope += weight * logits[i] * logits[i];
            slopeIntercept += weight * logits[i];
            interceptIntercept += weight;
        }
        double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
        return new PlattScaling(
                slope - (interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant,
                intercept - (slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant);
    }
}
