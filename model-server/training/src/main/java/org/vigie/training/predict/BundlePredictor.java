package org.vigie.training.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.training.feature.HourlyStay;

/** Predicts recorded stays with a bundle on disk, as the server predicts live ones. For one thread at a time. */
public final class BundlePredictor implements AutoCloseable {
    /** The folder of the model that the ward uses, below the root of the repository. */
    public static final Path SHIPPED = Path.of("model-server/models/survival/2");

    private static final int BATCH = 100;

    private final SurvivalModel model;

    private BundlePredictor(SurvivalModel model) {
        this.model = model;
    }

    /** @throws ModelException when the bundle is damaged or cannot be run */
    public static BundlePredictor open(Path bundle) {
        return new BundlePredictor(SurvivalModel.open(bundle, EngineConfig.defaults()));
    }

    public ModelCard card() {
        return model.card();
    }

    /** Predicts each stay after this many of its hours; an abstaining assessment holds its numbers. @throws ModelException ENGINE_FAILED */
    public List<SurvivalAssessment> assessAfter(int hours, List<HourlyStay> stays) {
        List<SurvivalAssessment> assessments = new ArrayList<>();
        for (int from = 0; from < stays.size(); from += BATCH) {
            assessments.addAll(model.assess(stays.subList(from, Math.min(stays.size(), from + BATCH)).stream()
                    .map(stay -> stay.windowAfter(hours))
                    .toList()));
        }
        return assessments;
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
        model.close();
    }
}
