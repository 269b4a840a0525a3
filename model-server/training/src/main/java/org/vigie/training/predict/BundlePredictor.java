package org.vigie.training.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.engine.LoadedModel;
import org.vigie.model.protocol.Tensor;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.feature.Stay;

/** A bundle on disk, asked about stays. For one thread at a time. */
public final class BundlePredictor implements AutoCloseable {
    private static final String PROBABILITY = "probability";
    private static final int BATCH = 100;

    private final LoadedModel model;

    private BundlePredictor(LoadedModel model) {
        this.model = model;
    }

    /** @throws ModelException when the bundle is damaged, cannot be run, or gives no probability */
    public static BundlePredictor open(Path bundle) {
        ModelBundle opened = ModelBundle.open(bundle);
        if (opened.card().outputs().stream().noneMatch(output -> output.name().equals(PROBABILITY))) {
            throw unusable(bundle + ": its card names no output '" + PROBABILITY + "'");
        }
        return new BundlePredictor(LoadedModel.load(opened, EngineConfig.defaults()));
    }

    public ModelCard card() {
        return model.card();
    }

    /** One forecast a stay, after this many of its hours. @throws ModelException ENGINE_FAILED, also when a probability is none */
    public List<Forecast> after(int hours, List<Stay> stays) {
        List<Forecast> forecasts = new ArrayList<>();
        for (int from = 0; from < stays.size(); from += BATCH) {
            forecasts.addAll(of(stays.subList(from, Math.min(stays.size(), from + BATCH)).stream()
                    .map(stay -> stay.after(hours))
                    .toList()));
        }
        return forecasts;
    }

    /** One forecast a window. @throws ModelException ENGINE_FAILED, also when a probability is none */
    public List<Forecast> of(List<ScoreRequest> windows) {
        var answers = model.infer(Stacked.of(windows)).stream().collect(Collectors.toMap(Tensor::name, Tensor::data));
        List<Forecast> forecasts = new ArrayList<>();
        for (float probability : answers.get(PROBABILITY)) {
            if (!(probability >= 0 && probability <= 1)) {
                throw unusable("the model's probability is " + probability);
            }
            forecasts.add(new Forecast(probability, Float.NaN, new float[0], Optional.empty()));
        }
        return forecasts;
    }

    /** Their probabilities. */
    public static float[] probabilities(List<Forecast> forecasts) {
        float[] probabilities = new float[forecasts.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = forecasts.get(i).probability();
        }
        return probabilities;
    }

    @Override
    public void close() {
        model.close();
    }

    private static ModelException unusable(String why) {
        return new ModelException(ModelException.Code.ENGINE_FAILED, why, null);
    }
}
