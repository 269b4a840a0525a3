package org.vigie.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures predicted probabilities against outcomes.
 *
 * @param auroc area under the ROC curve; ties count half
 * @param auprc average precision: sum of precision x recall step, tied predictions as one step
 * @param event2 Hosmer-Lemeshow over ten deciles, see {@link RiskDecile}
 * @param brier mean squared error
 * @param ece expected calibration error over ten bins of equal mass
 */
public record BinaryMetrics(
        int stays, int deaths, double auroc, double auprc, double event2, double brier, double ece) {
    /** @throws IllegalArgumentException when all lived or all died, so that no ranking exists */
    public static BinaryMetrics of(float[] probabilities, boolean[] died) {
        int[] order = order(probabilities);
        RankingCurve curve = RankingCurve.of(probabilities, died, order);
        if (curve.deaths() == 0 || curve.survivors() == 0) {
            throw new IllegalArgumentException(
                    curve.deaths() + " deaths among " + died.length + " stays: nothing to rank");
        }
        List<RiskDecile> deciles = RiskDecile.of(probabilities, died, order);
        return new BinaryMetrics(
                died.length,
                curve.deaths(),
                curve.auroc(),
                curve.auprc(),
                RiskDecile.event2(deciles),
                brier(probabilities, died),
                RiskDecile.ece(deciles));
    }

    /** Ranks the stays, for drawing and for choosing a threshold. */
    public static RankingCurve curve(float[] probabilities, boolean[] died) {
        return RankingCurve.of(probabilities, died, order(probabilities));
    }

    /** Groups the stays by falling risk. */
    public static List<RiskDecile> deciles(float[] probabilities, boolean[] died) {
        return RiskDecile.of(probabilities, died, order(probabilities));
    }

    /** Returns the mean cross entropy, with the natural logarithm. */
    public static double logLoss(float[] probabilities, boolean[] died) {
        return IntStream.range(0, died.length)
                .mapToDouble(i -> -Math.log(Math.max(1e-7, died[i] ? probabilities[i] : 1 - probabilities[i])))
                .average()
                .orElseThrow();
    }

    /**
     * Returns the places by falling probability, ties in their order. Each place is sorted as one number, because the bootstrap sorts
     * thousands of times.
     */
    private static int[] order(float[] probabilities) {
        long[] keys = new long[probabilities.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(probabilities[i])) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private static double brier(float[] probabilities, boolean[] died) {
        return IntStream.range(0, died.length)
                .mapToDouble(i -> Math.pow(probabilities[i] - (died[i] ? 1 : 0), 2))
                .average()
                .orElseThrow();
    }
}
