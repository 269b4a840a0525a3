package org.vigie.training.command.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.feature.FoldAssignment;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.label.ExtractedCohort;
import org.vigie.training.label.StayOutcome;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.learn.network.TrainingLabels;
import org.vigie.training.learn.network.WindowEncoder;

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
        static TrainingCohort read(Path data, String set, long seed, PrintStream out) throws IOException {
            Cohort cohort = lasting(data, PredictionRun.cohort(PredictionRun.setIn(data, set), out), out);
            CohortOutcomes known = CohortOutcomes.read(data.resolve("Outcomes-" + set + ".txt"));
            List<StayOutcome> outcomes = new ArrayList<>();
            List<LabelledStay> examples = new ArrayList<>();
            for (RecordedStay recording : cohort.recordings()) {
                outcomes.add(known.of(recording.id()));
                examples.add(LabelledStay.of(recording, known.died(recording.id())));
            }
            Path given = data.resolve("physionet2012-set-" + set + "-folds.csv");
            int[] folds =
                    Files.exists(given) ? FoldAssignment.read(given).of(examples) : drawnFolds(data, examples, seed);
            return new TrainingCohort(cohort, examples, outcomes, folds);
        }

        /** Leaves out what ended before the last hour that a model sees. All stays of PhysioNet-2012 last longer. */
        private static Cohort lasting(Path data, Cohort all, PrintStream out) throws IOException {
            return ExtractedCohort.isIn(data)
                    ? PredictionRun.printShorter(all, new ExtractedCohort(data).lasting(HourlyGrid.HOURS, all), out)
                    : all;
        }

        /** Draws the folds so that all stays of a patient are tested in the same one. */
        private static int[] drawnFolds(Path data, List<LabelledStay> examples, long seed) throws IOException {
            Map<Integer, String> persons = ExtractedCohort.isIn(data) ? new ExtractedCohort(data).persons() : Map.of();
            return FoldAssignment.drawStratified(enough(examples), persons, FOLDS, seed);
        }
    }

    /** @throws IOException when a set is missing or damaged */
    public static TrainingCohorts read(Path data, List<String> sets, long seed, PrintStream out) throws IOException {
        List<TrainingCohort> read = new ArrayList<>();
        for (String set : sets) {
            read.add(TrainingCohort.read(data, set, seed, out));
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

    private static List<LabelledStay> enough(List<LabelledStay> examples) {
        long deaths = examples.stream().filter(LabelledStay::died).count();
        if (deaths < FOLDS || examples.size() - deaths < FOLDS) {
            throw new IllegalArgumentException(
                    examples.size() + " stays with " + deaths + " deaths are too few: each of " + FOLDS
                            + " folds needs a death and a survivor; extract more stays");
        }
        return examples;
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
