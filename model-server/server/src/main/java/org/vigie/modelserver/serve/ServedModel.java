package org.vigie.modelserver.serve;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.engine.LoadedModel;
import org.vigie.model.protocol.Tensor;
import org.vigie.modelserver.ModelServerConfig;

/** One version of one model, loaded, behind its queue. */
public final class ServedModel implements AutoCloseable {
    private final LoadedModel model;
    private final Batcher batcher;
    private final Meter meter = new Meter();

    private ServedModel(LoadedModel model, ModelServerConfig config) {
        this.model = model;
        batcher = new Batcher(name(), model::infer, config.queue(), config.maxRows(), meter);
    }

    static ServedModel load(ModelBundle bundle, ModelServerConfig config) {
        return new ServedModel(LoadedModel.load(bundle, config.engine()), config);
    }

    public ModelCard card() {
        return model.card();
    }

    /** Name and version, for people. */
    public String name() {
        return card().name() + " " + card().version();
    }

    public String device() {
        return model.device();
    }

    CompletableFuture<List<Tensor>> infer(List<Tensor> inputs) {
        return batcher.submit(inputs);
    }

    int waiting() {
        return batcher.waiting();
    }

    Meter meter() {
        return meter;
    }

    @Override
    public void close() {
        batcher.close();
        model.close();
    }
}
