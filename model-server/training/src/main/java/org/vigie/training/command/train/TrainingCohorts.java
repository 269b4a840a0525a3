package org.vigie.training.command.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.command.predict.RecordedSet;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.label.StayOutcome;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.learn.network.TrainingLabels;
import org.vigie.training.learn.network.WindowEncoder;
import org.vigie.training.prepare.TrainingStayPreparer;

/**
 * Holds the stays of one or more sets of PhysioNet-2012 with their outcomes.
 *
 * @param folds fold in which each stay is tested: the given ones of set A, else seeded ones with the same share of deaths in each
 */
public record TrainingCohorts(List<Cohort> cohorts, List<LabelledStay> examples, TrainingLabels ends, int[] folds) {
    private static final int FOLDS = 5;

    /** Holds the stays of one set with their outcomes and folds. */
    private record TrainingCohort(
            Cohort cohort, List<LabelledStay> examples, List<StayOutcome> outcomes, int... folds) {
        static TrainingCohort read(RecordedSet set, long seed, PrintStream out) throws IOException {
            Cohort cohort = set.cohort(out);
            CohortOutcomes known = set.outcomes();
            List<StayOutcome> outcomes = new ArrayList<>();
            List<LabelledStay> examples = new ArrayList<>();
            for (RecordedStay recording : cohort.recordings()) {
                outcomes.add(known.of(recording.id()));
                examples.add(LabelledStay.of(recording, known.died(recording.id())));
            }
            return new TrainingCohort(cohort, examples, outcomes, set.folds(examples, FOLDS, seed));
        }
    }

    /** @throws IOException when a set is missing or damaged */
    public static TrainingCohorts read(Path data, List<String> sets, long seed, PrintStream out) throws IOException {
        List<TrainingCohort> read = new ArrayList<>();
        for (String set : sets) {
            read.add(TrainingCohort.read(new RecordedSet(data, set), seed, out));
        }
        return new TrainingCohorts(
                read.stream().map(TrainingCohort::cohort).toList(),
                read.stream().flatMap(set -> set.examples().stream()).toList(),
                ends(read.stream().flatMap(set -> set.outcomes().stream()).toList()),
                read.stream().flatMapToInt(set -> IntStream.of(set.folds())).toArray());
    }

    /** Returns the same stays with windows of another recipe. */
    TrainingCohorts preparedBy(WindowImputer windows) {
        return new TrainingCohorts(
                cohorts,
                examples.stream().map(example -> example.preparedBy(windows)).toList(),
                ends,
                folds);
    }

    /** Returns the same stays as a model learns from them. */
    TrainingCohorts preparedBy(TrainingStayPreparer preparer) {
        List<RecordedStay> recordings =
                cohorts.stream().flatMap(cohort -> cohort.recordings().stream()).toList();
        return new TrainingCohorts(cohorts, preparer.prepared(recordings, examples), ends, folds);
    }

    /** Encodes the stays for networks and trees. */
    public TrainingSet encoded(InputScaling scaling, List<Integer> hours) {
        try (WindowEncoder encoder = new WindowEncoder(scaling)) {
            return TrainingSet.of(encoder, stays(), hours, ends, folds);
        }
    }

    List<HourlyStay> stays() {
        return examples.stream().map(LabelledStay::stay).toList();
    }

    List<Integer> ids() {
        return examples.stream().map(example -> example.stay().id()).toList();
    }

    int foldCount() {
        return (int) IntStream.of(folds).distinct().count();
    }

    private static TrainingLabels ends(List<StayOutcome> outcomes) {
        float[] died = new float[outcomes.size()];
        float[] deathDay = new float[died.length];
        float[] stayDays = new float[died.length];
        for (int i = 0; i < died.length; i++) {
            StayOutcome outcome = outcomes.get(i);
            died[i] = outcome.died() ? 1 : 0;
            deathDay[i] = known(outcome.survivalDays());
            stayDays[i] = known(outcome.losDays());
        }
        return new TrainingLabels(died, deathDay, stayDays, new TreeMap<>());
    }

    private static float known(double days) {
        return Double.isNaN(days) ? -1 : (float) days;
    }
}
