package org.vigie.inference.ensemble;

/**
 * Holds the predictions of the parts of an ensemble; the first index is the window.
 *
 * @param logits log odds of each part, in the card's order
 * @param survival probability of being alive after 1, 2, ... days, of all networks
 * @param losDays expected length of stay, of all networks
 */
record PartPredictions(double[][] logits, float[][] survival, float[] losDays) {
    /** @param survival of all windows, one after the other */
    static PartPredictions of(double[][] logits, float[] survival, float[] losDays) {
        int days = survival.length / logits.length;
        float[][] rows = new float[logits.length][days];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(survival, row * days, rows[row], 0, days);
        }
        return new PartPredictions(logits, rows, losDays);
    }
}
