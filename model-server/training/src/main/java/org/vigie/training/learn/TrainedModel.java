package org.vigie.training.learn;

import java.util.Map;
import org.vigie.training.calibrate.Platt;

/**
 * What training ends with.
 *
 * @param bestEpoch the epoch whose weights these are
 * @param heldOutLoss their mean cross entropy on the held-out stays, before calibration
 */
public record TrainedModel(
        Scaling scaling, Map<String, Weight> weights, Platt platt, int bestEpoch, double heldOutLoss) {
    /** Predicts with the weights as they were trained, not with the exported graph. */
    public Predictor predictor() {
        return new Predictor(this);
    }
}
