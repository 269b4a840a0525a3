package org.vigie.modelserver.serve;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.engine.ServableModel;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.modelserver.ModelServerConfig;

/** Holds a loaded version of a model with its queue and its metrics. */
public final class ServedModel implements AutoCloseable {
    private final ServableModel model;
    private final String recipe;
    private final RequestBatcher batcher;
    private final InferenceMetrics metrics;

    ServedModel(ServableModel model, ModelServerConfig config) {
        this(model, "", config);
    }

    private ServedModel(ServableModel model, String recipe, ModelServerConfig config) {
        this.model = model;
        this.recipe = recipe;
        metrics = new InferenceMetrics(
                Labels.of("model", card().name(), "version", String.valueOf(card().version()), "device", device()));
        batcher = new RequestBatcher(
                name(),
                model::infer,
                new RequestBatcher.BatchLimits(config.queue(), config.workers(), config.maxRows(), config.maxWait()),
                metrics);
        metrics.registerQueue(batcher::waiting);
    }

    static ServedModel load(ModelBundle bundle, ModelServerConfig config) {
        String recipe = BundleRecipe.digest(bundle);
        return new ServedModel(new ServableSurvivalModel(SurvivalModel.open(bundle, config.engine())), recipe, config);
    }

    /** Returns the digest of the recipe whose windows the model was trained on; empty for a model without windows. */
    public String recipe() {
        return recipe;
    }

    public ModelCard card() {
        return model.card();
    }

    /** Returns name and version for messages. */
    public String name() {
        return card().name() + " " + card().version();
    }

    public String device() {
        return model.device();
    }

    public List<TensorCard> inputs() {
        return card().inputs();
    }

    /** Lists all outputs: the default ones, then those on request. */
    public List<TensorCard> outputs() {
        return model.outputs();
    }

    CompletableFuture<List<FloatTensor>> infer(List<FloatTensor> inputs, List<String> outputs) {
        return batcher.submit(inputs, SurvivalOutputs.needExplanation(outputs));
    }

    InferenceMetrics meter() {
        return metrics;
    }

    @Override
    public void close() {
        batcher.close();
        model.close();
    }
}
