package org.vigie.evaluation;

/**
 * Counts deaths and survivors on both sides of a threshold. A prediction is positive when its probability is at least the threshold. A share
 * of no case is 0.
 */
public record BinaryConfusionMatrix(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
    public static BinaryConfusionMatrix at(double threshold, float[] probabilities, boolean[] died) {
        int[] actual = new int[died.length];
        int[] predicted = new int[died.length];
        for (int i = 0; i < died.length; i++) {
            actual[i] = died[i] ? 1 : 0;
            predicted[i] = probabilities[i] >= threshold ? 1 : 0;
        }
        int[][] counts = ConfusionMatrix.of(2, actual, predicted).counts();
        return new BinaryConfusionMatrix(counts[1][1], counts[0][1], counts[1][0], counts[0][0]);
    }

    /** Returns the share of the deaths that was predicted. */
    public double sensitivity() {
        return share(truePositives, falseNegatives);
    }

    /** Returns the share of the survivors that was predicted. */
    public double specificity() {
        return share(trueNegatives, falsePositives);
    }

    /** Returns the share of the positive predictions that died: positive predictive value. */
    public double precision() {
        return share(truePositives, falsePositives);
    }

    /** Returns event 1 of the challenge: the lower of sensitivity and precision. */
    public double event1() {
        return Math.min(sensitivity(), precision());
    }

    private static double share(int part, int rest) {
        return part == 0 ? 0 : (double) part / (part + rest);
    }
}
