package org.vigie.triage.learn;

import java.util.List;

/** The probability of something by one number. */
public record LogisticCurve(double slope, double intercept) {
    private static final int STEPS = 50;
    /** Keeps the slope finite when a number parts the visits without an error. */
    private static final double RIDGE = 0.1;

    /** Newton's method on the likelihood. */
    static LogisticCurve fit(double[] numbers, List<Boolean> happened) {
        LogisticCurve curve = new LogisticCurve(0, 0);
        for (int step = 0; step < STEPS; step++) {
            curve = curve.better(numbers, happened);
        }
        return curve;
    }

    private LogisticCurve better(double[] numbers, List<Boolean> happened) {
        double gradientSlope = -RIDGE * slope;
        double gradientIntercept = -RIDGE * intercept;
        double slopes = RIDGE;
        double both = 0;
        double intercepts = RIDGE;
        for (int i = 0; i < numbers.length; i++) {
            double probability = probability(numbers[i]);
            double error = (happened.get(i) ? 1 : 0) - probability;
            double weight = probability * (1 - probability);
            gradientSlope += error * numbers[i];
            gradientIntercept += error;
            slopes += weight * numbers[i] * numbers[i];
            both += weight * numbers[i];
            intercepts += weight;
        }
        double determinant = slopes * intercepts - both * both;
        return new LogisticCurve(
                slope + (intercepts * gradientSlope - both * gradientIntercept) / determinant,
                intercept + (slopes * gradientIntercept - both * gradientSlope) / determinant);
    }

    double probability(double number) {
        return 1 / (1 + Math.exp(-slope * number - intercept));
    }
}
