package org.vigie.modelserver.serve;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vigie.model.protocol.FloatTensor;

/**
 * Waits for its place in a batch.
 *
 * @param explain whether contributions are asked for
 * @param since {@link System#nanoTime} of its arrival
 */
record PendingRequest(
        List<FloatTensor> inputs, boolean explain, long since, CompletableFuture<List<FloatTensor>> answer) {
    int rows() {
        return new TensorRows(inputs).count();
    }

    void fail(ServingException why) {
        answer.completeExceptionally(why);
    }
}
