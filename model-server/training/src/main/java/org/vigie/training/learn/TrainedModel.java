package org.vigie.training.learn;

import java.util.List;
import java.util.Map;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.calibrate.Platt;

/**
 * What training ends with.
 *
 * @param bestEpoch the epoch whose weights these are
 * @param heldOutLoss their mean cross entropy on the held-out stays, before calibration
 */
public record TrainedModel(
        Scaling scaling, Map<String, Weight> weights, Platt platt, int bestEpoch, double heldOutLoss) {
    /** Calibrated probabilities from the weights as they were trained, not from the exported graph. */
    public float[] probabilities(List<ScoreRequest> windows) {
        try (Network network = new Network(scaling, weights, new AdamW.Settings(0, 0))) {
            float[] probabilities = network.logits(windows);
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = platt.probability(probabilities[i]);
            }
            return probabilities;
        }
    }
}
