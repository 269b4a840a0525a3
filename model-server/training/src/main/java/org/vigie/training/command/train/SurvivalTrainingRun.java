package org.vigie.training.command.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibratedEnsemble.EnsemblePart;
import org.vigie.inference.bundle.CalibratedEnsemble.EvidenceFloor;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.training.calibrate.EnsembleCalibrator;
import org.vigie.training.calibrate.EnsemblePredictions;
import org.vigie.training.card.EnsembleResults;
import org.vigie.training.card.ModelCardWriter;
import org.vigie.training.command.predict.HoursSeen;
import org.vigie.training.gate.GateThresholds;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.EnsembleTrainer;
import org.vigie.training.learn.ensemble.TrainedEnsemble;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.predict.OutOfFoldPredictions;

/**
 * Trains the survival model in the steps cohort, label, feature, training by folds, calibration, gate, training on all stays, export,
 * evaluation, card.
 */
final class SurvivalTrainingRun {
    private static final List<Integer> HOURS =
            HoursSeen.parse(HoursSeen.DEFAULT).hours();
    /** With less evidence, AUROC after the first hours of set B falls below .75 and risks are too low; docs/models has the table. */
    private static final EvidenceFloor FLOOR = new EvidenceFloor(15, 8);

    private final TrainOptions options;
    private final PrintStream out;

    SurvivalTrainingRun(TrainOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the folder of the bundle */
    Path run() throws IOException {
        GateThresholds thresholds = GateThresholds.read(options.gate());
        TrainingCohorts sets = TrainingCohorts.read(options.data(), options.sets(), options.seed(), out);
        InputScaling scaling = InputScaling.fit(sets.examples());
        TrainingSet set = sets.encoded(scaling, HOURS);
        int folds = sets.foldCount();
        EnsembleTrainer trainer = new EnsembleTrainer(
                options.ensemble(),
                new ConsoleProgressBar(
                        out, (folds + 1) * (1 + options.ensemble().nets().size())));
        EnsemblePredictions outOfFold = ensemblePredictions(set, trainer.outOfFold(set));
        CalibratedEnsemble ensemble = new EnsembleCalibrator(options.ensemble().parts(), FLOOR).fit(outOfFold);
        NavigableMap<Integer, float[]> probabilities = EnsembleCalibrator.probabilities(ensemble, outOfFold);
        EnsembleResults results = new EnsembleResults(ensemble, outOfFold);
        List<EvaluationResult> known = new ArrayList<>(results.on("out of fold", probabilities, outOfFold));
        HoldoutEvaluation.printResults(known, out);
        GateOutcome gate = new ModelGateCheck(options, thresholds, out).of(sets.examples(), ensemble, probabilities);
        OutOfFoldPredictions.write(predictions(), sets.ids(), sets.folds(), probabilities);
        List<String> files = files();
        try (TrainedEnsemble members = trainer.train(set, "all")) {
            Path bundle = Files.createDirectories(
                    options.models().resolve(ModelCardWriter.NAME).resolve(options.version()));
            members.write(scaling, bundle, files.get(1));
            ModelCardWriter writer = new ModelCardWriter(
                    options.ensemble(),
                    options.version(),
                    options.seed(),
                    options.command(),
                    sets.cohorts(),
                    set.died());
            writer.write(bundle, files, ensemble, gate, known);
            known.addAll(new HoldoutEvaluation(options, HOURS, out).results(scaling, members, results, bundle));
            ModelCard card = writer.write(bundle, files, ensemble, gate, known);
            out.printf("%s %s, digest %s%nwritten to %s%n", card.name(), card.version(), card.digest(), bundle);
            return bundle;
        }
    }

    /**
     * Returns the file of the out-of-fold predictions, for {@code ./vigie evaluate --predictions}. It lies beside the bundle, because a
     * bundle names no stays.
     */
    private Path predictions() throws IOException {
        Path folder = Files.createDirectories(options.models().resolve(ModelCardWriter.NAME));
        return folder.resolve(options.version() + "-out-of-fold.csv");
    }

    static EnsemblePredictions ensemblePredictions(TrainingSet set, NavigableMap<Integer, float[][]> logits) {
        return new EnsemblePredictions(logits, set.table().hoursSeen(), set.died());
    }

    /** Lists the files of the bundle, the SavedModel first. */
    private List<String> files() {
        return options.ensemble().parts().stream()
                .map(EnsemblePart::file)
                .distinct()
                .toList();
    }
}
