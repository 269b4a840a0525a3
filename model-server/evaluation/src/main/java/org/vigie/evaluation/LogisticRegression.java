package org.vigie.evaluation;

/**
 * Fits the coefficients of a log odds by Newton's method. A quadratic penalty keeps them near a prior, so that small or perfectly separated
 * samples give finite coefficients. A step that would make the fit worse is halved until it does not, so that extreme inputs converge too.
 *
 * @param prior coefficients at which the fit starts and to which the penalty pulls
 * @param ridge weight of the penalty, about the number of cases that it is worth
 * @param steps Newton steps
 */
record LogisticRegression(double[] prior, double ridge, int steps) {
    private static final int MOST_HALVINGS = 50;
    /** Part of the loss by which two losses may differ by rounding alone. */
    private static final double ROUNDING = 1e-12;

    /**
     * Returns the coefficients of largest penalized likelihood.
     *
     * @param inputs the inputs of each case; a constant input of 1 gives the intercept
     * @param outcomes whether the event happened in each case
     */
    double[] fit(double[][] inputs, boolean[] outcomes) {
        double[] coefficients = prior.clone();
        for (int step = 0; step < steps; step++) {
            coefficients = damped(coefficients, newton(coefficients, inputs, outcomes), inputs, outcomes);
        }
        return coefficients;
    }

    /** Returns the coefficients after the largest part of a Newton step that does not make the fit worse. */
    private double[] damped(double[] coefficients, double[] step, double[][] inputs, boolean... outcomes) {
        double most = loss(coefficients, inputs, outcomes) * (1 + ROUNDING);
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] moved = moved(coefficients, part, step);
            if (loss(moved, inputs, outcomes) <= most) {
                return moved;
            }
            part /= 2;
        }
        return coefficients;
    }

    private static double[] moved(double[] coefficients, double part, double... step) {
        double[] moved = coefficients.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= part * step[i];
        }
        return moved;
    }

    /** Returns the penalized negative log likelihood. */
    private double loss(double[] coefficients, double[][] inputs, boolean... outcomes) {
        double loss = 0;
        for (int i = 0; i < coefficients.length; i++) {
            double away = coefficients[i] - prior[i];
            loss += ridge * away * away / 2;
        }
        for (int i = 0; i < inputs.length; i++) {
            double logit = product(coefficients, inputs[i]);
            double against = outcomes[i] ? -logit : logit;
            loss += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
        }
        return loss;
    }

    /** Returns the whole Newton step, which is to be subtracted. */
    private double[] newton(double[] coefficients, double[][] inputs, boolean... outcomes) {
        int size = coefficients.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        for (int row = 0; row < size; row++) {
            gradient[row] = ridge * (coefficients[row] - prior[row]);
            curvature[row][row] = ridge;
        }
        for (int i = 0; i < inputs.length; i++) {
            double probability = 1 / (1 + Math.exp(-product(coefficients, inputs[i])));
            add(inputs[i], probability - (outcomes[i] ? 1 : 0), probability * (1 - probability), gradient, curvature);
        }
        return new LinearEquations(curvature, gradient).solution();
    }

    /** Adds one case to the gradient and the curvature of the likelihood. */
    private static void add(double[] inputs, double error, double weight, double[] gradient, double[][] curvature) {
        for (int row = 0; row < gradient.length; row++) {
            gradient[row] += error * inputs[row];
            for (int column = 0; column < gradient.length; column++) {
                curvature[row][column] += weight * inputs[row] * inputs[column];
            }
        }
    }

    private static double product(double[] coefficients, double[] inputs) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * inputs[i];
        }
        return sum;
    }
}
