package org.vigie.training.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges probabilities against what happened.
 *
 * @param auroc area under the ROC curve; ties count half
 * @param auprc average precision: sum of precision x recall step, tied predictions as one step
 * @param brier mean squared error
 * @param ece expected calibration error over ten bins of equal mass
 */
public record Metrics(int stays, int deaths, double auroc, double auprc, double brier, double ece) {
    private static final int BINS = 10;

    /** @throws IllegalArgumentException when all lived or all died: nothing can be ranked then */
    public static Metrics of(float[] probabilities, boolean[] died) {
        int[] order = IntStream.range(0, died.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
                .mapToInt(i -> i)
                .toArray();
        int deaths = (int) IntStream.range(0, died.length).filter(i -> died[i]).count();
        if (deaths == 0 || deaths == died.length) {
            throw new IllegalArgumentException(deaths + " deaths among " + died.length + " stays: nothing to rank");
        }
        Curve curve = new Curve(probabilities, died, order, deaths);
        return new Metrics(
                died.length,
                deaths,
                curve.auroc(),
                curve.auprc(),
                brier(probabilities, died),
                ece(probabilities, died, order));
    }

    /** Mean cross entropy, natural logarithm. */
    public static double logLoss(float[] probabilities, boolean[] died) {
        return IntStream.range(0, died.length)
                .mapToDouble(i -> -Math.log(Math.max(1e-7, died[i] ? probabilities[i] : 1 - probabilities[i])))
                .average()
                .orElseThrow();
    }

    private static double brier(float[] probabilities, boolean[] died) {
        return IntStream.range(0, died.length)
                .mapToDouble(i -> Math.pow(probabilities[i] - (died[i] ? 1 : 0), 2))
                .average()
                .orElseThrow();
    }

    private static double ece(float[] probabilities, boolean[] died, int[] order) {
        return IntStream.range(0, BINS)
                        .mapToObj(bin -> List.of(bin * order.length / BINS, (bin + 1) * order.length / BINS))
                        .mapToDouble(bin -> Math.abs(IntStream.range(bin.get(0), bin.get(1))
                                .mapToDouble(rank -> probabilities[order[rank]] - (died[order[rank]] ? 1 : 0))
                                .sum()))
                        .sum()
                / order.length;
    }
}
