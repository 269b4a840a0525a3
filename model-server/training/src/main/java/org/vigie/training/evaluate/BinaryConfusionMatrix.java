package org.vigie.training.evaluate;

/** Who was called at a threshold and who died. Called: a probability of at least the threshold. A share of nothing is 0. */
public record BinaryConfusionMatrix(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
    public static BinaryConfusionMatrix at(double threshold, float[] probabilities, boolean[] died) {
        int[][] counts = new int[2][2];
        for (int i = 0; i < died.length; i++) {
            counts[died[i] ? 1 : 0][probabilities[i] >= threshold ? 1 : 0]++;
        }
        return new BinaryConfusionMatrix(counts[1][1], counts[0][1], counts[1][0], counts[0][0]);
    }

    /** Share of the deaths that was called. */
    public double sensitivity() {
        return share(truePositives, falseNegatives);
    }

    /** Share of the survivors that was not called. */
    public double specificity() {
        return share(trueNegatives, falsePositives);
    }

    /** Share of the called that died: positive predictive value. */
    public double precision() {
        return share(truePositives, falsePositives);
    }

    /** The challenge's first score: the lower of sensitivity and precision. */
    public double event1() {
        return Math.min(sensitivity(), precision());
    }

    private static double share(int part, int rest) {
        return part == 0 ? 0 : (double) part / (part + rest);
    }
}
