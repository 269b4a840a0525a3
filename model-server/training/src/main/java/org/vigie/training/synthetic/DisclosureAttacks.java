package org.vigie.training.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Attacks recorded stays with the help of synthetic ones.
 *
 * <p>Source: Giomi M et al. A unified framework for quantifying privacy risk in synthetic data. PoPETs 2023(2):312-328 (singling out,
 * linkability, inference); Yale A et al. Neurocomputing 2020;416:244-255 (distances).
 *
 * @param targets attacked stays
 * @param died outcome of each target
 * @param synthetic stays that the attacker has
 * @param syntheticDied outcome of each synthetic stay
 */
record DisclosureAttacks(
        List<StayProfile> targets, boolean[] died, List<StayProfile> synthetic, boolean[] syntheticDied) {
    /** Files of synthetic stays hold four decimals: a copy of an hour's mean is off by that much, another stay by whole deviations. */
    private static final double SAME = 0.01;

    private static final int PREDICATE_VALUES = 4;
    private static final double PREDICATE_WIDTH = 0.1;
    private static final int PREDICATES = 1000;

    /** Returns the distance of each target to its nearest synthetic stay. */
    double[] nearest() {
        return targets.stream()
                .mapToDouble(target -> distance(target, synthetic))
                .toArray();
    }

    /** Returns the distance of each synthetic stay to its nearest target. */
    double[] nearestToSynthetic() {
        return synthetic.stream().mapToDouble(made -> distance(made, targets)).toArray();
    }

    private static double distance(StayProfile from, List<StayProfile> others) {
        return others.stream().mapToDouble(from::distance).min().orElse(Double.NaN);
    }

    int copies() {
        return (int) Arrays.stream(nearestToSynthetic())
                .filter(distance -> distance < SAME)
                .count();
    }

    /** Returns the share of targets for which both halves of their numbers lead to the same synthetic stay. */
    double linked() {
        return share(target -> place(target, 0, 2) == place(target, 1, 2));
    }

    /** Returns the share of targets whose outcome is that of the nearest synthetic stay. */
    double inferred() {
        return IntStream.range(0, targets.size())
                        .filter(i -> died[i] == syntheticDied[place(targets.get(i), 0, 1)])
                        .count()
                / (double) targets.size();
    }

    /** Returns the share of descriptions of synthetic stays by four of their numbers that fit exactly one target. */
    double singledOut() {
        SplittableRandom random = new SplittableRandom(1);
        int hits = 0;
        for (int predicate = 0; predicate < PREDICATES; predicate++) {
            StayProfile made = synthetic.get(random.nextInt(synthetic.size()));
            int[] places =
                    random.ints(PREDICATE_VALUES, 0, made.numbers().length).toArray();
            hits += targets.stream()
                                    .filter(target -> fits(target, made, places))
                                    .count()
                            == 1
                    ? 1
                    : 0;
        }
        return (double) hits / PREDICATES;
    }

    private static boolean fits(StayProfile target, StayProfile made, int... places) {
        return IntStream.of(places)
                .allMatch(place -> Math.abs(target.numbers()[place] - made.numbers()[place]) < PREDICATE_WIDTH);
    }

    private double share(Predicate<StayProfile> success) {
        return targets.stream().filter(success).count() / (double) targets.size();
    }

    private int place(StayProfile target, int from, int step) {
        int best = 0;
        for (int i = 1; i < synthetic.size(); i++) {
            if (target.distance(synthetic.get(i), from, step) < target.distance(synthetic.get(best), from, step)) {
                best = i;
            }
        }
        return best;
    }
}
