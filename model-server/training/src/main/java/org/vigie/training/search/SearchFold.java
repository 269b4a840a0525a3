package org.vigie.training.search;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.training.learn.ensemble.EnsembleTrainer;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.learn.tree.BoostedTreesConfig;

/**
 * Holds one fold of a cross-validation.
 *
 * @param places of the tested stays within the whole set
 */
public record SearchFold(TrainingSet learnt, TrainingSet tested, int... places) {
    /** Divides a set by {@link TrainingSet#fold}. */
    public static List<SearchFold> of(TrainingSet set) {
        return IntStream.of(set.fold())
                .distinct()
                .sorted()
                .mapToObj(fold -> {
                    int[] tested = set.places(place -> set.fold()[place] == fold);
                    int[] learnt = set.places(place -> set.fold()[place] != fold);
                    return new SearchFold(set.only(learnt), set.only(tested), tested);
                })
                .toList();
    }

    /** Adds the predictions of trees as softer labels for the training stays; the trees do not learn from the tested stays. */
    public SearchFold withTreeTeacher(BoostedTreesConfig trees) {
        return new SearchFold(EnsembleTrainer.withTreeTeacher(learnt, trees), tested, places);
    }
}
