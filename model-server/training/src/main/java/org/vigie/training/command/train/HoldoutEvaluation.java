package org.vigie.training.command.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.training.card.EnsembleResults;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.TrainedEnsemble;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.predict.BundlePredictor;

/** Evaluates a written bundle on set B. */
record HoldoutEvaluation(TrainOptions options, List<Integer> hours, PrintStream out) {
    /** Evaluates the bundle on set B, as {@code ./vigie evaluate} does, when it did not learn from that set and the outcomes exist. */
    List<EvaluationResult> results(InputScaling scaling, TrainedEnsemble ensemble, EnsembleResults results, Path bundle)
            throws IOException {
        if (options.sets().contains("b") || !Files.exists(options.data().resolve("Outcomes-b.txt"))) {
            return List.of();
        }
        TrainingCohorts b = TrainingCohorts.read(options.data(), List.of("b"), options.seed(), out)
                .preparedBy(RecipeFile.imputerOf(bundle));
        TrainingSet set = b.encoded(scaling, hours);
        List<EvaluationResult> found = results.on(
                "set B, never seen",
                probabilities(bundle, b),
                SurvivalTrainingRun.ensemblePredictions(set, ensemble.logits(set)));
        printResults(found, out);
        return found;
    }

    private NavigableMap<Integer, float[]> probabilities(Path bundle, TrainingCohorts b) {
        try (BundlePredictor predictor = BundlePredictor.open(bundle)) {
            NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
            hours.forEach(seen ->
                    probabilities.put(seen, BundlePredictor.probabilities(predictor.assessAfter(seen, b.stays()))));
            return probabilities;
        }
    }

    static void printResults(List<EvaluationResult> results, PrintStream out) {
        results.forEach(result -> out.printf(
                Locale.ROOT,
                "%s, %2d h seen: AUROC %.4f, AUPRC %.4f, event 1 %.3f, event 2 %.1f, Brier %.4f, ECE %.4f%n",
                result.set(),
                result.hoursSeen(),
                result.auroc(),
                result.auprc(),
                result.event1(),
                result.event2(),
                result.brier(),
                result.ece()));
    }
}
