package org.vigie.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Computes the ranks of a sample's numbers, from 1. Equal numbers share their mean rank. */
public final class MeanRanks {
    private final double[] ranks;

    private MeanRanks(double[] ranks) {
        this.ranks = ranks;
    }

    public static MeanRanks of(double[] numbers) {
        int[] order = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> numbers[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[numbers.length];
        for (int from = 0; from < order.length; ) {
            int to = endOfTie(numbers, order, from);
            for (int place = from; place < to; place++) {
                ranks[order[place]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return new MeanRanks(ranks);
    }

    private static int endOfTie(double[] numbers, int[] order, int from) {
        int to = from;
        while (to < order.length && numbers[order[to]] == numbers[order[from]]) {
            to++;
        }
        return to;
    }

    /** Returns Spearman's correlation, from -1 to 1. NaN when one of the samples has the same number everywhere. */
    public double correlationWith(MeanRanks other) {
        double mean = (ranks.length + 1) / 2.0;
        double together = 0;
        double alone = 0;
        double otherAlone = 0;
        for (int i = 0; i < ranks.length; i++) {
            together += (ranks[i] - mean) * (other.ranks[i] - mean);
            alone += (ranks[i] - mean) * (ranks[i] - mean);
            otherAlone += (other.ranks[i] - mean) * (other.ranks[i] - mean);
        }
        return together / Math.sqrt(alone * otherAlone);
    }

    /**
     * Returns the area under the ROC curve when low numbers predict the event. It is the chance that a case with the event has a lower
     * number than a case without it, ties half (Mann and Whitney's U). NaN when the sample does not hold both.
     */
    public double aurocOfLower(boolean[] event) {
        double sum = 0;
        double events = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += event[i] ? ranks[i] : 0;
            events += event[i] ? 1 : 0;
        }
        return 1 - (sum - events * (events + 1) / 2) / (events * (ranks.length - events));
    }
}
