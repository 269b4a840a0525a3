package org.vigie.training.command.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EvidenceFloor;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.inference.bundle.ModelLineage;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.training.calibrate.EnsembleCalibrator;
import org.vigie.training.calibrate.EnsemblePredictions;
import org.vigie.training.card.CohortOrigin;
import org.vigie.training.card.EnsembleResults;
import org.vigie.training.card.ModelCardWriter;
import org.vigie.training.card.TrainingMethod;
import org.vigie.training.command.predict.HoursSeen;
import org.vigie.training.gate.GateThresholds;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.ensemble.EnsembleTrainer;
import org.vigie.training.learn.ensemble.TrainedEnsemble;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.predict.OutOfFoldPredictions;
import org.vigie.training.prepare.TrainingRecipe;
import org.vigie.training.prepare.TrainingStayPreparer;

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
        TrainingRecipe recipe = TrainingRecipe.read(options.recipe());
        try (TrainingStayPreparer preparer = TrainingStayPreparer.open(recipe.windows(), options.imputer())) {
            return run(recipe, preparer);
        }
    }

    private Path run(TrainingRecipe recipe, TrainingStayPreparer preparer) throws IOException {
        GateThresholds thresholds = GateThresholds.read(options.gate());
        TrainingCohorts sets = TrainingCohorts.read(options.data(), options.sets(), options.seed(), out)
                .preparedBy(recipe.windows());
        TrainingCohorts learnt = preparer.isAsLive() ? sets : sets.preparedBy(preparer);
        ModelLineage lineage =
                new LineageRecord(options, recipe.windows().recipe()).of(sets.cohorts(), preparer.imputerDigest());
        InputScaling scaling = InputScaling.fit(learnt.examples());
        TrainingSet set = learnt.encoded(scaling, HOURS);
        TrainingSet served = preparer.isAsLive() ? set : sets.encoded(scaling, HOURS);
        EnsembleTrainer trainer = trainer(sets.foldCount());
        CalibratedTraining calibrated =
                calibrated(sets, ensemblePredictions(served, trainer.outOfFold(set, served)), thresholds);
        try (TrainedEnsemble members = trainer.train(set, "all")) {
            Path bundle = bundle();
            members.write(scaling, bundle, files().get(1));
            recipe.write(bundle);
            ModelCard card =
                    writeCard(bundle, calibrated, new TrainedModel(sets, scaling, members, lineage, set.died()));
            out.printf("%s %s, digest %s%nwritten to %s%n", card.name(), card.version(), card.digest(), bundle);
            return bundle;
        }
    }

    private EnsembleTrainer trainer(int folds) {
        int steps = (folds + 1) * (1 + options.ensemble().nets().size());
        return new EnsembleTrainer(options.ensemble(), new ConsoleProgressBar(out, steps));
    }

    /** Calibrates the ensemble, checks the gate out of fold and writes the predictions out of fold. */
    private CalibratedTraining calibrated(
            TrainingCohorts sets, EnsemblePredictions outOfFold, GateThresholds thresholds) throws IOException {
        EnsembleCalibrator calibrator =
                new EnsembleCalibrator(options.ensemble().parts(), FLOOR);
        CalibratedEnsemble ensemble = calibrator.fit(outOfFold);
        NavigableMap<Integer, float[]> probabilities = calibrator.crossFitted(outOfFold, sets.folds());
        EnsembleResults results = new EnsembleResults(ensemble, outOfFold, sets.folds());
        List<EvaluationResult> found = results.outOfFold(probabilities);
        HoldoutEvaluation.printResults(found, out);
        GateOutcome gate = new ModelGateCheck(options, thresholds, out).of(sets.examples(), ensemble, probabilities);
        OutOfFoldPredictions.write(predictions(), sets.ids(), sets.folds(), probabilities);
        return new CalibratedTraining(results, found, gate);
    }

    /** Writes the card of the bundle, evaluates the bundle on set B, and adds these results to the card. */
    private ModelCard writeCard(Path bundle, CalibratedTraining calibrated, TrainedModel model) throws IOException {
        EnsembleConfig config = options.ensemble();
        ModelCardWriter writer = new ModelCardWriter(
                config,
                options.version(),
                new TrainingMethod(
                        config,
                        options.seed(),
                        options.command(),
                        CohortOrigin.of(options.data()),
                        model.sets().cohorts(),
                        model.lineage(),
                        model.died()));
        CalibratedEnsemble ensemble = calibrated.results().ensemble();
        List<EvaluationResult> known = new ArrayList<>(calibrated.outOfFold());
        writer.write(bundle, files(), ensemble, calibrated.gate(), known);
        known.addAll(new HoldoutEvaluation(options, HOURS, out)
                .results(model.scaling(), model.members(), calibrated.results(), bundle));
        return writer.write(bundle, files(), ensemble, calibrated.gate(), known);
    }

    private Path bundle() throws IOException {
        return Files.createDirectories(
                options.models().resolve(ModelCardWriter.NAME).resolve(options.version()));
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
        return Stream.concat(
                        options.ensemble().parts().stream().map(EnsemblePart::file),
                        options.recipe().stream().map(file -> RecipeFile.NAME))
                .distinct()
                .toList();
    }
}
