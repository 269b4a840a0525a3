package org.vigie.training.evaluate;

/** Walks down the ranked stays, tied ones together, and sums both areas. */
final class Curve {
    private double auroc;
    private double auprc;

    /** @param order indices by falling probability */
    Curve(float[] probabilities, boolean[] died, int[] order, int deaths) {
        double survivors = died.length - (double) deaths;
        int truePositives = 0;
        int falsePositives = 0;
        int rank = 0;
        while (rank < order.length) {
            float threshold = probabilities[order[rank]];
            int trueBefore = truePositives;
            int falseBefore = falsePositives;
            for (; rank < order.length && probabilities[order[rank]] == threshold; rank++) {
                if (died[order[rank]]) {
                    truePositives++;
                } else {
                    falsePositives++;
                }
            }
            auroc += (falsePositives - falseBefore) / survivors * (truePositives + trueBefore) / 2.0 / deaths;
            auprc += (truePositives - trueBefore) / (double) deaths * truePositives / (truePositives + falsePositives);
        }
    }

    double auroc() {
        return auroc;
    }

    double auprc() {
        return auprc;
    }
}
