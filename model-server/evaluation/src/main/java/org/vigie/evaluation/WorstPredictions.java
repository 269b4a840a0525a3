package org.vigie.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lists the stays with the worst predictions, by their places, the worst first. */
public record WorstPredictions(List<Integer> falseAlarms, List<Integer> misses) {
    public WorstPredictions {
        falseAlarms = List.copyOf(falseAlarms);
        misses = List.copyOf(misses);
    }

    /** @param most of each kind */
    public static WorstPredictions of(float[] probabilities, boolean[] died, int most) {
        Comparator<Integer> byRisk = Comparator.comparingDouble(i -> probabilities[i]);
        return new WorstPredictions(worst(died, false, byRisk.reversed(), most), worst(died, true, byRisk, most));
    }

    private static List<Integer> worst(boolean[] died, boolean which, Comparator<Integer> order, int most) {
        return IntStream.range(0, died.length)
                .filter(i -> died[i] == which)
                .boxed()
                .sorted(order)
                .limit(most)
                .toList();
    }
}
