package org.vigie.training.learn;

import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.calibrate.Platt;

/** Calibrated probabilities from a network in memory. */
public final class Predictor implements AutoCloseable {
    private final Network network;
    private final Platt platt;

    Predictor(TrainedModel model) {
        network = new Network(model.scaling(), model.weights(), new AdamW.Settings(0, 0));
        platt = model.platt();
    }

    /** One for each window. */
    public float[] probabilities(List<ScoreRequest> windows) {
        float[] probabilities = network.logits(windows);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = platt.probability(probabilities[i]);
        }
        return probabilities;
    }

    @Override
    public void close() {
        network.close();
    }
}
