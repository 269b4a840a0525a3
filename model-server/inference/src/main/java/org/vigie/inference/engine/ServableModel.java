package org.vigie.inference.engine;

import java.util.List;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.model.protocol.FloatTensor;

/** Computes batches of tensors for the model server. Safe for many threads. */
public interface ServableModel extends AutoCloseable {
    ModelCard card();

    /** Returns the device as the engine names it: {@code cpu} or {@code gpu:0}. */
    String device();

    /** Lists all outputs: the default ones, then those on request. */
    List<TensorCard> outputs();

    /**
     * Computes a batch.
     *
     * @param inputs all of the card's inputs, of the card's shapes, with the same first axis
     * @param explain whether the outputs on request follow
     * @throws org.vigie.inference.bundle.ModelException ENGINE_FAILED
     */
    List<FloatTensor> infer(List<FloatTensor> inputs, boolean explain);

    @Override
    void close();
}
