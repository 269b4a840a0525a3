package org.vigie.training.command.predict;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.Physionet2012CohortReader;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.predict.PredictionFile;

/** Predicts every stay of a set after each number of hours, in the steps cohort, feature, predict. It needs no outcomes. */
public final class PredictionRun {
    private final PredictOptions options;
    private final PrintStream out;

    PredictionRun(PredictOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Holds the answer of the command.
     *
     * @param hours after how many hours of each stay the model was asked
     * @param file the predictions, as CSV
     */
    record PredictionSummary(String model, String version, int stays, List<Integer> hours, String file) {
        String text() {
            return "%s %s: %d stays after %s hours -> %s".formatted(model, version, stays, hours, file);
        }
    }

    PredictionSummary run() throws IOException {
        try (BundlePredictor predictor = BundlePredictor.open(options.model())) {
            List<HourlyStay> stays = cohort(options.data(), out).recordings().stream()
                    .map(HourlyStay::of)
                    .toList();
            Path file = new PredictionFile(options.out()).write(stays, assessments(predictor, stays));
            ModelCard card = predictor.card();
            List<Integer> hours = List.copyOf(options.hours());
            return new PredictionSummary(card.name(), card.version(), stays.size(), hours, file.toString());
        }
    }

    private NavigableMap<Integer, List<SurvivalAssessment>> assessments(
            BundlePredictor predictor, List<HourlyStay> stays) {
        NavigableMap<Integer, List<SurvivalAssessment>> assessments = new TreeMap<>();
        for (int hours : options.hours()) {
            assessments.put(hours, predictor.assessAfter(hours, stays));
            out.printf("%d h seen: %d answers%n", hours, stays.size());
        }
        return assessments;
    }

    /** Finds {@code set-x/} or {@code set-x.tar.gz} in a folder of PhysioNet-2012. */
    public static Path setIn(Path data, String set) {
        Path folder = data.resolve("set-" + set);
        return Files.isDirectory(folder) ? folder : data.resolve("set-" + set + ".tar.gz");
    }

    /** Reads the stays of a set and prints which rows are not used. */
    public static Cohort cohort(Path set, PrintStream out) throws IOException {
        return printUnusedRows(Physionet2012CohortReader.read(set.toString(), set), out);
    }

    /** Prints how many stays are left out because they ended before the model has seen enough of them. */
    public static Cohort printShorter(Cohort all, Cohort lasting, PrintStream out) {
        out.printf(
                "%s: %d of %d stays ended earlier and are left out%n",
                all.name(),
                all.recordings().size() - lasting.recordings().size(),
                all.recordings().size());
        return lasting;
    }

    public static Cohort printUnusedRows(Cohort cohort, PrintStream out) {
        long silent = cohort.recordings().stream()
                .filter(stay -> stay.measurements().isEmpty())
                .count();
        out.printf(
                "%s: %d stays, %d of them without a usable value; rows not used: %s%n",
                cohort.name(), cohort.recordings().size(), silent, cohort.faults());
        return cohort;
    }
}
