package org.vigie.modelserver.serve;

import io.prometheus.metrics.model.snapshots.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.engine.ServableModel;
import org.vigie.inference.ensemble.SurvivalModel;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputerModel;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.signal.impute.PreparationRecipe;

/** Holds a loaded version of a model with its queue and its metrics. */
public final class ServedModel implements AutoCloseable {
    private final ServableModel model;
    private final RecipeCheck recipe;
    private final WindowInputCheck windows;
    private final RequestBatcher batcher;
    private final InferenceMetrics metrics;

    private ServedModel(ServableModel model, RecipeCheck recipe, WindowInputCheck windows, ModelServerConfig config) {
        this.model = model;
        this.recipe = recipe;
        this.windows = windows;
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
        PreparationRecipe rules = BundleRecipe.of(bundle);
        ServableModel model = new ServableSurvivalModel(SurvivalModel.open(bundle, config.engine()));
        RecipeCheck recipe = RecipeCheck.ofSurvivalModel(named(model.card()), rules.windowDigest());
        return new ServedModel(model, recipe, new WindowInputCheck(rules), config);
    }

    static ServedModel loadImputer(Path folder, ImputationDirection direction, ModelServerConfig config) {
        ImputerModel model = ImputerModel.open(folder, direction, config.engine());
        PreparationRecipe rules = model.recipe().rules();
        RecipeCheck recipe = RecipeCheck.ofImputer(named(model.card()), rules.windowDigest());
        return new ServedModel(model, recipe, new WindowInputCheck(rules), config);
    }

    /** Returns the digest of the recipe whose windows the model was trained on. */
    public String recipe() {
        return recipe.recipe();
    }

    /** @throws ServingException INVALID when the inputs of a request were prepared by another recipe */
    void checkRecipe(InferRequest request) {
        recipe.check(request);
    }

    /** @throws ServingException INVALID when the inputs of a request hold numbers that no window has */
    void checkWindows(List<FloatTensor> inputs) {
        windows.check(inputs);
    }

    public ModelCard card() {
        return model.card();
    }

    /** Returns name and version for messages. */
    public String name() {
        return named(card());
    }

    private static String named(ModelCard card) {
        return card.name() + " " + card.version();
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
