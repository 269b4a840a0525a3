package org.vigie.training.search;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.training.learn.EnsembleTrainer;
import org.vigie.training.learn.TrainingSet;
import org.vigie.training.learn.TreesConfig;

/**
 * One fold of a cross-validation.
 *
 * @param places of the tested within the whole set
 */
public record Fold(TrainingSet learnt, TrainingSet tested, int... places) {
    /** Of each number in {@link TrainingSet#fold}. */
    public static List<Fold> of(TrainingSet set) {
        return IntStream.of(set.fold())
                .distinct()
                .sorted()
                .mapToObj(fold -> {
                    int[] tested = set.places(place -> set.fold()[place] == fold);
                    int[] learnt = set.places(place -> set.fold()[place] != fold);
                    return new Fold(set.only(learnt), set.only(tested), tested);
                })
                .toList();
    }

    /** With what such trees say of the stays to learn from: the networks' teacher, who knows nothing of the tested. */
    public Fold taught(TreesConfig trees) {
        return new Fold(EnsembleTrainer.taught(learnt, trees), tested, places);
    }
}
