package org.vigie.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds the fold of a cross-validation in which each case is tested.
 *
 * <p>Both ways to deal cases into folds are seeded and stratified. Both stay, because the shipped models were trained with either.
 */
public final class CrossValidationFolds {
    private final int[] foldOf;

    private CrossValidationFolds(int[] foldOf) {
        this.foldOf = foldOf;
    }

    /** Trains on some cases and tests on others. */
    @FunctionalInterface
    public interface FoldTask {
        /**
         * Runs one fold.
         *
         * @param learnt places of the cases to train on, ascending
         * @param tested places of the cases to test on, ascending
         */
        void run(int fold, int[] learnt, int[] tested);
    }

    /** @param foldOf each case's fold, any numbers */
    public static CrossValidationFolds of(int[] foldOf) {
        return new CrossValidationFolds(foldOf.clone());
    }

    /** Shuffles the cases of each class with the same seed and deals each class from the first fold on. */
    public static CrossValidationFolds dealEachClass(int[] classes, int folds, long seed) {
        int[] foldOf = new int[classes.length];
        for (int each : distinct(classes)) {
            List<Integer> places = shuffled(classes, each, new Random(seed));
            for (int i = 0; i < places.size(); i++) {
                foldOf[places.get(i)] = i % folds;
            }
        }
        return new CrossValidationFolds(foldOf);
    }

    /** Shuffles the cases of each class with one generator and deals the classes one after the other, so that folds differ by one case. */
    public static CrossValidationFolds dealOneAfterOther(int[] classes, int folds, long seed) {
        int[] foldOf = new int[classes.length];
        Random random = new Random(seed);
        int dealt = 0;
        for (int each : distinct(classes)) {
            for (int place : shuffled(classes, each, random)) {
                foldOf[place] = dealt++ % folds;
            }
        }
        return new CrossValidationFolds(foldOf);
    }

    private static List<Integer> shuffled(int[] classes, int wanted, Random random) {
        List<Integer> places = IntStream.range(0, classes.length)
                .filter(place -> classes[place] == wanted)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(places, random);
        return places;
    }

    private static int[] distinct(int[] numbers) {
        return Arrays.stream(numbers).distinct().sorted().toArray();
    }

    /** Returns each case's fold. */
    public int[] foldOf() {
        return foldOf.clone();
    }

    /** Runs a task once for each fold, in ascending order. */
    public void forEach(FoldTask task) {
        for (int fold : distinct(foldOf)) {
            task.run(fold, places(fold, false), places(fold, true));
        }
    }

    private int[] places(int fold, boolean in) {
        return IntStream.range(0, foldOf.length)
                .filter(place -> (foldOf[place] == fold) == in)
                .toArray();
    }
}
