package org.vigie.training.evaluate;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Whether two numbers of the same stays rise together. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /** Spearman's correlation, -1 to 1; tied values share their mean rank. NaN when one of them is the same for all. */
    public static double correlation(double[] one, double[] other) {
        double[] first = ranks(one);
        double[] second = ranks(other);
        double mean = (one.length - 1) / 2.0;
        double together = 0;
        double firstAlone = 0;
        double secondAlone = 0;
        for (int i = 0; i < one.length; i++) {
            together += (first[i] - mean) * (second[i] - mean);
            firstAlone += (first[i] - mean) * (first[i] - mean);
            secondAlone += (second[i] - mean) * (second[i] - mean);
        }
        return together / Math.sqrt(firstAlone * secondAlone);
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int rank = from; rank <= to; rank++) {
                ranks[order[rank]] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }
}
