package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.MimicCohortReader;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.label.ExtractedCohort;
import org.vigie.training.label.MimicOutcomes;

/** Holds the stays on which a model is evaluated, and their outcomes. */
record EvaluatedCohort(Cohort cohort, CohortOutcomes outcomes) {
    /**
     * Reads a set. Its stays must last as long as the model sees of them, as all stays of PhysioNet-2012 do: the end of a shorter one would
     * tell its outcome.
     */
    static EvaluatedCohort read(EvaluateOptions options, PrintStream out) throws IOException {
        return new EvaluatedCohort(stays(options, out), outcomes(options));
    }

    private static Cohort stays(EvaluateOptions options, PrintStream out) throws IOException {
        return switch (options.format()) {
            case MIMIC_IV_DEMO ->
                PredictionRun.printUnusedRows(
                        MimicCohortReader.read(
                                options.data().toString(), options.data(), Duration.ofHours(options.lastHours())),
                        out);
            case EXTRACTED -> {
                ExtractedCohort extracted = new ExtractedCohort(options.data());
                Cohort all = PredictionRun.cohort(extracted.set(), out);
                yield PredictionRun.printShorter(all, extracted.lasting(options.lastHours(), all), out);
            }
            default -> PredictionRun.cohort(options.data(), out);
        };
    }

    private static CohortOutcomes outcomes(EvaluateOptions options) throws IOException {
        return switch (options.format()) {
            case MIMIC_IV_DEMO -> new MimicOutcomes(options.data()).read();
            case EXTRACTED -> new ExtractedCohort(options.data()).outcomes();
            default -> CohortOutcomes.read(options.outcomes().orElseThrow());
        };
    }

    /** Returns the stays with their outcomes. */
    List<LabelledStay> examples() {
        return cohort.recordings().stream()
                .map(recording -> LabelledStay.of(recording, outcomes.died(recording.id())))
                .toList();
    }
}
