package org.vigie.model.client;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.vigie.model.protocol.ImputationTensors;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.score.WindowEstimator;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;

/**
 * Estimates the cells of a window with an imputer of a server.
 *
 * @param binary whether the outputs are wanted as bytes
 */
record ServedEstimator(InferenceClient client, boolean binary) implements WindowEstimator {
    @Override
    public CompletionStage<WindowEstimates> estimate(FilledWindow window, String recipe) {
        InferRequest request = new InferRequest("", new ImputationTensors(window).inputs(), List.of(), binary, recipe);
        return client.infer(request, ImputationTensors::estimates);
    }

    @Override
    public void close() {
        client.close();
    }
}
