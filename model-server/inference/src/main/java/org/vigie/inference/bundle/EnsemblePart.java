package org.vigie.inference.bundle;

/**
 * Represents one predictor of the ensemble.
 *
 * @param file in the bundle's folder
 * @param column of {@code logits}; 0 for trees
 */
public record EnsemblePart(String name, EnsemblePartKind kind, String file, int column, double weight) {
    /** Changes the weight. */
    public EnsemblePart withWeight(double other) {
        return new EnsemblePart(name, kind, file, column, other);
    }
}
