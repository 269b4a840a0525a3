package org.vigie.evaluation;

/**
 * Describes a few linear equations: matrix x solution = right. They are solved by Cramer's rule.
 *
 * @param matrix coefficients of each equation
 * @param right right side of each equation
 */
record LinearEquations(double[][] matrix, double[] right) {
    double[] solution() {
        double whole = determinant(matrix);
        double[] solution = new double[right.length];
        for (int column = 0; column < right.length; column++) {
            solution[column] = determinant(withColumn(column)) / whole;
        }
        return solution;
    }

    private double[][] withColumn(int column) {
        double[][] replaced = new double[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            replaced[row] = matrix[row].clone();
            replaced[row][column] = right[row];
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
