package org.vigie.training.command.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.vigie.evaluation.IntervalEstimate;

/**
 * Holds how well trees with some features predict death in hospital, out of fold.
 *
 * @param features name of the set of features
 * @param columns number of features
 * @param aurocChange difference to the features of the shipped trees, on the same stays
 * @param auprcChange likewise
 */
record FeatureGain(
        String features,
        int columns,
        double auroc,
        double auprc,
        @JsonProperty("auroc_change") IntervalEstimate aurocChange,
        @JsonProperty("auprc_change") IntervalEstimate auprcChange) {
    String text() {
        return "%-28s %5d columns  AUROC %.4f  AUPRC %.4f  change of AUROC %+.4f (%+.4f to %+.4f)"
                .formatted(features, columns, auroc, auprc, aurocChange.value(), aurocChange.low(), aurocChange.high());
    }
}
