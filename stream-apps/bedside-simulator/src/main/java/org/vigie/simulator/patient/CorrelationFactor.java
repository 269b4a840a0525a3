package org.vigie.simulator.patient;

/**
 * Turns independent standard normal numbers into correlated ones: the Cholesky factor of a correlation matrix.
 *
 * <p>Correlations that come from different patients need not fit together. The factor then shrinks all of them until they do.
 */
final class CorrelationFactor {
    private static final double SHRINK = 0.95;
    private static final double SMALLEST = 1e-6;

    private final double[][] lower;

    CorrelationFactor(double[][] correlations) {
        double[][] shrunk = correlations;
        double[][] factor = factor(shrunk);
        while (factor.length == 0) {
            shrunk = shrunk(shrunk);
            factor = factor(shrunk);
        }
        lower = factor;
    }

    /** Returns correlated numbers, each with a variance of 1. */
    double[] apply(double[] independent) {
        double[] correlated = new double[independent.length];
        for (int row = 0; row < correlated.length; row++) {
            for (int column = 0; column <= row; column++) {
                correlated[row] += lower[row][column] * independent[column];
            }
        }
        return correlated;
    }

    /** Returns the Cholesky factor; empty for a matrix that is not positive definite. */
    private static double[][] factor(double[][] matrix) {
        double[][] factor = new double[matrix.length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column] - product(factor, row, column);
                if (row == column && rest < SMALLEST) {
                    return new double[0][];
                }
                factor[row][column] = row == column ? Math.sqrt(rest) : rest / factor[column][column];
            }
        }
        return factor;
    }

    private static double product(double[][] factor, int row, int column) {
        double sum = 0;
        for (int place = 0; place < column; place++) {
            sum += factor[row][place] * factor[column][place];
        }
        return sum;
    }

    private static double[][] shrunk(double[][] matrix) {
        double[][] shrunk = new double[matrix.length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                shrunk[row][column] = matrix[row][column] * (row == column ? 1 : SHRINK);
            }
        }
        return shrunk;
    }
}
