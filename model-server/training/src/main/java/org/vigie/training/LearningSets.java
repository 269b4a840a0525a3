package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.Folds;
import org.vigie.training.feature.Stay;
import org.vigie.training.label.Outcome;
import org.vigie.training.label.Outcomes;
import org.vigie.training.learn.Encoder;
import org.vigie.training.learn.Ends;
import org.vigie.training.learn.Scaling;
import org.vigie.training.learn.TrainingSet;

/**
 * The stays of one or more sets of PhysioNet-2012 with their ends.
 *
 * @param folds in which each is tested: the given ones of set A, else seeded ones with the same share of deaths in each
 */
record LearningSets(List<Cohort> cohorts, List<Example> examples, Ends ends, int[] folds) {
    private static final int FOLDS = 5;

    /** @throws IOException when one is missing or damaged */
    static LearningSets read(Path data, List<String> sets, long seed, PrintStream out) throws IOException {
        List<Cohort> cohorts = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<Integer> folds = new ArrayList<>();
        for (String set : sets) {
            Cohort cohort = PredictionRun.cohort(PredictionRun.setIn(data, set), out);
            Outcomes known = Outcomes.read(data.resolve("Outcomes-" + set + ".txt"));
            List<Example> some = cohort.recordings().stream()
                    .map(recording -> Example.of(recording, known.died(recording.id())))
                    .toList();
            some.forEach(example -> outcomes.add(known.of(example.stay().id())));
            IntStream.of(folds(data.resolve("physionet2012-set-" + set + "-folds.csv"), some, seed))
                    .forEach(folds::add);
            cohorts.add(cohort);
            examples.addAll(some);
        }
        return new LearningSets(
                cohorts,
                examples,
                ends(outcomes),
                folds.stream().mapToInt(fold -> fold).toArray());
    }

    /** As networks and trees are given them. */
    TrainingSet encoded(Scaling scaling, List<Integer> hours) {
        try (Encoder encoder = new Encoder(scaling)) {
            return TrainingSet.of(encoder, stays(), hours, ends, folds);
        }
    }

    List<Stay> stays() {
        return examples.stream().map(Example::stay).toList();
    }

    List<Integer> ids() {
        return examples.stream().map(example -> example.stay().id()).toList();
    }

    int foldCount() {
        return (int) IntStream.of(folds).distinct().count();
    }

    private static int[] folds(Path given, List<Example> examples, long seed) throws IOException {
        return Files.exists(given) ? Folds.read(given).of(examples) : Folds.drawn(examples, FOLDS, seed);
    }

    private static Ends ends(List<Outcome> outcomes) {
        float[] died = new float[outcomes.size()];
        float[] deathDay = new float[died.length];
        float[] stayDays = new float[died.length];
        for (int i = 0; i < died.length; i++) {
            Outcome outcome = outcomes.get(i);
            died[i] = outcome.died() ? 1 : 0;
            deathDay[i] = known(outcome.survivalDays());
            stayDays[i] = known(outcome.losDays());
        }
        return new Ends(died, deathDay, stayDays, new TreeMap<>());
    }

    private static float known(double days) {
        return Double.isNaN(days) ? -1 : (float) days;
    }
}
