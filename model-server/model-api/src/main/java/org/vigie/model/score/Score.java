package org.vigie.model.score;

/**
 * A model's answer to one window. Not for diagnosis.
 *
 * @param probability of in-hospital death, 0 to 1
 * @param model its name
 * @param modelVersion its version
 * @param modelDigest SHA-256 of its SavedModel, hexadecimal; empty when the server does not say it
 */
public record Score(double probability, String model, String modelVersion, String modelDigest) {
    public Score {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: must lie in 0..1, was " + probability);
        }
    }
}
