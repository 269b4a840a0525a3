package org.vigie.evaluation;

/**
 * Fits the coefficients of a log odds by Newton's method. A quadratic penalty keeps them near a prior, so that small or perfectly separated
 * samples give finite coefficients.
 *
 * @param prior coefficients at which the fit starts and to which the penalty pulls
 * @param ridge weight of the penalty, about the number of cases that it is worth
 * @param steps Newton steps
 */
record LogisticRegression(double[] prior, double ridge, int steps) {
    /**
     * Returns the coefficients of largest penalized likelihood.
     *
     * @param inputs the inputs of each case; a constant input of 1 gives the intercept
     * @param outcomes whether the event happened in each case
     */
    double[] fit(double[][] inputs, boolean[] outcomes) {
        double[] coefficients = prior.clone();
        for (int step = 0; step < steps; step++) {
            step(coefficients, inputs, outcomes);
        }
        return coefficients;
    }

    private void step(double[] coefficients, double[][] inputs, boolean[] outcomes) {
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
        descend(coefficients, gradient, curvature);
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

    private static void descend(double[] coefficients, double[] gradient, double[][] curvature) {
        double whole = determinant(curvature);
        for (int column = 0; column < coefficients.length; column++) {
            coefficients[column] -= determinant(withColumn(curvature, column, gradient)) / whole;
        }
    }

    private static double product(double[] coefficients, double[] inputs) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * inputs[i];
        }
        return sum;
    }

    /** Replaces a column, for Cramer's rule. */
    private static double[][] withColumn(double[][] matrix, int column, double[] values) {
        double[][] replaced = new double[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            replaced[row] = matrix[row].clone();
            replaced[row][column] = values[row];
        }
        return replaced;
    }

    /** Expands along the first row; the matrices here have two or three rows. */
    private static double determinant(double[][] matrix) {
        if (matrix.length == 1) {
            return matrix[0][0];
        }
        double sum = 0;
        for (int column = 0; column < matrix.length; column++) {
            double term = matrix[0][column] * determinant(minor(matrix, column));
            sum += column % 2 == 0 ? term : -term;
        }
        return sum;
    }

    private static double[][] minor(double[][] matrix, int left) {
        int size = matrix.length - 1;
        double[][] minor = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                minor[row][column] = matrix[row + 1][column < left ? column : column + 1];
            }
        }
        return minor;
    }
}
