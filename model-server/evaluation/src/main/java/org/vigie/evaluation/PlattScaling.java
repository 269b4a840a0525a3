package org.vigie.evaluation;

/**
 * Turns a number into a probability: sigmoid(slope x number + intercept).
 *
 * <p>Source: Platt J. Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers, 1999.
 */
public record PlattScaling(double slope, double intercept) {
    /** Leaves log odds as they are. */
    public static final PlattScaling IDENTITY = new PlattScaling(1, 0);

    private static final int STEPS = 50;
    private static final double RIDGE = 1;

    /** Fits log odds to outcomes. The prior is the identity and is worth one case. */
    public static PlattScaling fit(float[] logits, boolean[] outcomes) {
        double[] numbers = new double[logits.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = logits[i];
        }
        return fit(numbers, outcomes, IDENTITY, RIDGE);
    }

    /**
     * Fits numbers to outcomes by penalized maximum likelihood.
     *
     * @param prior where the fit starts and to which the penalty pulls
     * @param ridge weight of the penalty
     */
    public static PlattScaling fit(double[] numbers, boolean[] outcomes, PlattScaling prior, double ridge) {
        double[][] inputs = new double[numbers.length][];
        for (int i = 0; i < numbers.length; i++) {
            inputs[i] = new double[] {numbers[i], 1};
        }
        double[] fitted =
                new LogisticRegression(new double[] {prior.slope, prior.intercept}, ridge, STEPS).fit(inputs, outcomes);
        return new PlattScaling(fitted[0], fitted[1]);
    }

    public double probability(double number) {
        return 1 / (1 + Math.exp(-(slope * number + intercept)));
    }
}
