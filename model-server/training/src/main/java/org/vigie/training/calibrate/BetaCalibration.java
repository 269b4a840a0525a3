package org.vigie.training.calibrate;

/**
 * Beta calibration: log odds = slope x logit + bend x log(1 + exp(logit)) + intercept. Trees and networks are not off by the same factor
 * where risks are low and where they are high.
 *
 * <p>Source: Kull M, Silva Filho T, Flach P. Beta calibration. AISTATS 2017.
 */
record BetaCalibration(double slope, double bend, double intercept) {
    private static final int STEPS = 30;
    /** A prior of the identity, worth a few stays. */
    private static final double RIDGE = 1;

    /** Maximum likelihood by Newton's method; it never falls: where it would, it does not bend. */
    static BetaCalibration fit(float[] logits, boolean[] died) {
        double[] numbers = {1, 0, 0};
        for (int step = 0; step < STEPS; step++) {
            step(numbers, logits, died);
        }
        BetaCalibration beta = new BetaCalibration(numbers[0], numbers[1], numbers[2]);
        if (beta.slope > 0 && beta.slope + beta.bend > 0) {
            return beta;
        }
        PlattScaling platt = PlattScaling.fit(logits, died);
        return new BetaCalibration(platt.slope(), 0, platt.intercept());
    }

    private static void step(double[] numbers, float[] logits, boolean... died) {
        double[] gradient = {RIDGE * (numbers[0] - 1), RIDGE * numbers[1], RIDGE * numbers[2]};
        double[][] curvature = {{RIDGE, 0, 0}, {0, RIDGE, 0}, {0, 0, RIDGE}};
        for (int i = 0; i < logits.length; i++) {
            double[] inputs = {logits[i], Math.log1p(Math.exp(logits[i])), 1};
            double z = numbers[0] * inputs[0] + numbers[1] * inputs[1] + numbers[2];
            double p = 1 / (1 + Math.exp(-z));
            for (int row = 0; row < 3; row++) {
                gradient[row] += (p - (died[i] ? 1 : 0)) * inputs[row];
                for (int column = 0; column < 3; column++) {
                    curvature[row][column] += p * (1 - p) * inputs[row] * inputs[column];
                }
            }
        }
        double[] move = solved(curvature, gradient);
        for (int row = 0; row < 3; row++) {
            numbers[row] -= move[row];
        }
    }

    /** Cramer's rule. */
    private static double[] solved(double[][] matrix, double... right) {
        double whole = determinant(matrix);
        double[] solution = new double[3];
        for (int column = 0; column < 3; column++) {
            double[][] swapped = new double[3][];
            for (int row = 0; row < 3; row++) {
                swapped[row] = matrix[row].clone();
                swapped[row][column] = right[row];
            }
            solution[column] = determinant(swapped) / whole;
        }
        return solution;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
