package org.vigie.triage.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well a score parts the urgent from the others. */
final class UrgencyRanking {
    private UrgencyRanking() {}

    /** Chance that one of level 1 or 2 has a lower score than one of level 3 to 5; NaN when there are not both. */
    static double aurocUrgent(int[] experts, double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double ranks = 0;
        double urgent = 0;
        for (int from = 0; from < order.length; ) {
            int until = from;
            while (until < order.length && scores[order[until]] == scores[order[from]]) {
                until++;
            }
            for (int i = from; i < until; i++) {
                boolean isUrgent = experts[order[i]] <= 2;
                ranks += isUrgent ? (from + 1 + until) / 2.0 : 0;
                urgent += isUrgent ? 1 : 0;
            }
            from = until;
        }
        double lower = (ranks - urgent * (urgent + 1) / 2) / (urgent * (scores.length - urgent));
        return 1 - lower;
    }
}
