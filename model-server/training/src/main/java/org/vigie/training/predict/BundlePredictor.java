package org.vigie.training.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.inference.imputation.ImputerModel;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.training.feature.HourlyStay;

/** Predicts recorded stays with a bundle on disk, as the server predicts live ones. For one thread at a time. */
public final class BundlePredictor implements AutoCloseable {
    /** The folder of the model that the ward uses, below the root of the repository. */
    public static final Path SHIPPED = Path.of("model-server/models/survival/2");

    private static final String OTHER_RULES =
            "train one for the recipe of the model: './vigie train imputer --recipe MODEL/recipe.yaml'";
    private static final int BATCH = 100;

    private final SurvivalModel model;
    private final Optional<ImputerModel> imputer;
    private final WindowImputer windows;

    private BundlePredictor(SurvivalModel model, Optional<ImputerModel> imputer, WindowImputer windows) {
        this.model = model;
        this.imputer = imputer;
        this.windows = windows;
    }

    /** @throws ModelException when the bundle is damaged or cannot be run */
    public static BundlePredictor open(Path bundle) {
        return open(bundle, Optional.empty());
    }

    /**
     * Opens a bundle that predicts from windows whose empty cells hold the estimates of an imputer, in place of last values.
     *
     * @throws ModelException when the bundle or the imputer is damaged or cannot be run
     * @throws IllegalArgumentException when the imputer learnt from windows of another recipe than the bundle
     */
    public static BundlePredictor open(Path bundle, Optional<Path> imputer) {
        WindowImputer windows = windows(bundle);
        Optional<ImputerModel> opened = imputer.map(folder -> ImputerModel.open(folder, EngineConfig.defaults()));
        try {
            opened.ifPresent(model -> model.recipe().check("--imputer", windows.recipe(), OTHER_RULES));
            return new BundlePredictor(SurvivalModel.open(bundle, EngineConfig.defaults()), opened, windows);
        } catch (IllegalArgumentException | ModelException e) {
            opened.ifPresent(ImputerModel::close);
            throw e;
        }
    }

    private static WindowImputer windows(Path bundle) {
        try {
            return RecipeFile.imputerOf(bundle);
        } catch (IOException e) {
            throw new ModelException(ModelException.ModelErrorCode.DAMAGED_BUNDLE, e.getMessage(), e);
        }
    }

    public ModelCard card() {
        return model.card();
    }

    /** Predicts each stay after this many of its hours; an abstaining assessment holds its numbers. @throws ModelException ENGINE_FAILED */
    public List<SurvivalAssessment> assessAfter(int hours, List<HourlyStay> stays) {
        List<SurvivalAssessment> assessments = new ArrayList<>();
        for (int from = 0; from < stays.size(); from += BATCH) {
            List<ScoreRequest> windows = stays.subList(from, Math.min(stays.size(), from + BATCH)).stream()
                    .map(stay -> windowAfter(hours, stay))
                    .toList();
            assessments.addAll(model.assess(
                    imputer.map(used -> new ImputedWindows(used).of(windows)).orElse(windows)));
        }
        return assessments;
    }

    /** Returns the window of a stay, prepared by the recipe of the model. */
    public ScoreRequest windowAfter(int hours, HourlyStay stay) {
        return stay.preparedBy(windows).windowAfter(hours);
    }

    /** Explains windows. @throws ModelException ENGINE_FAILED */
    public List<SurvivalExplanation> explain(List<ScoreRequest> windows) {
        return model.explain(windows);
    }

    /** Returns the probabilities of assessments. */
    public static float[] probabilities(List<SurvivalAssessment> assessments) {
        float[] probabilities = new float[assessments.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) assessments.get(i).probability();
        }
        return probabilities;
    }

    @Override
    public void close() {
        imputer.ifPresent(ImputerModel::close);
        model.close();
    }
}
