package org.vigie.inference.bundle;

/** Lists the sources of a part's log odds. */
public enum EnsemblePartKind {
    /** A column of the SavedModel's output {@code logits}. */
    NET,
    /** Boosted trees on {@code WindowFeatures}. */
    TREES
}
