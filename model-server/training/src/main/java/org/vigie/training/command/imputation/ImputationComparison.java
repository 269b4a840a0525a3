package org.vigie.training.command.imputation;

import org.vigie.training.imputation.ImputationErrors;

/** Holds the errors of both imputers and of the simple estimates beside them. */
record ImputationComparison(
        ImputationErrors causal,
        ImputationErrors twoSided,
        ImputationErrors lastValue,
        ImputationErrors interpolation) {
    ImputationComparison() {
        this(new ImputationErrors(), new ImputationErrors(), new ImputationErrors(), new ImputationErrors());
    }
}
