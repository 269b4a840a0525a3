package org.vigie.training.command.predict;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.feature.FoldAssignment;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.label.ExtractedCohort;

/**
 * Reads a set of whole stays with their outcomes, and divides it so that all stays of a patient are on the same side.
 *
 * @param data folder of PhysioNet-2012 or of {@code ./vigie extract}
 * @param set letter of the set
 */
public record RecordedSet(Path data, String set) {
    /**
     * Reads the stays that lasted as long as a model sees of them, and prints what is left out. The end of a shorter stay would tell its
     * outcome. All stays of PhysioNet-2012 last longer.
     */
    public Cohort cohort(PrintStream out) throws IOException {
        Cohort all = PredictionRun.cohort(PredictionRun.setIn(data, set), out);
        return ExtractedCohort.isIn(data)
                ? PredictionRun.printShorter(all, new ExtractedCohort(data).lasting(HourlyGrid.HOURS, all), out)
                : all;
    }

    /** Reads the outcomes of all stays of the set. */
    public CohortOutcomes outcomes() throws IOException {
        return CohortOutcomes.read(data.resolve("Outcomes-" + set + ".txt"));
    }

    /** Reads the stays of {@link #cohort} with their outcomes. */
    public List<LabelledStay> examples(PrintStream out) throws IOException {
        return labelled(cohort(out));
    }

    /** Returns the stays of a cohort with their outcomes. */
    public List<LabelledStay> labelled(Cohort cohort) throws IOException {
        CohortOutcomes outcomes = outcomes();
        return cohort.recordings().stream()
                .map(recording -> LabelledStay.of(recording, outcomes.died(recording.id())))
                .toList();
    }

    /** Returns the fold of each stay: the given one of PhysioNet-2012, else a drawn one. */
    public int[] folds(List<LabelledStay> examples, int folds, long seed) throws IOException {
        Path given = data.resolve("physionet2012-set-" + set + "-folds.csv");
        return Files.exists(given) ? FoldAssignment.read(given).of(examples) : drawnFolds(examples, folds, seed);
    }

    /** Draws the fold of each stay by its patient. */
    public int[] drawnFolds(List<LabelledStay> examples, int folds, long seed) throws IOException {
        Map<Integer, String> persons = ExtractedCohort.isIn(data) ? new ExtractedCohort(data).persons() : Map.of();
        return FoldAssignment.drawStratified(examples, persons, folds, seed);
    }
}
