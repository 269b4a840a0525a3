package org.vigie.training.external;

import java.util.List;

/**
 * Holds what an evaluation of an extracted cohort adds to a report.
 *
 * @param hours of each stay that the model saw
 * @param card results on the card with the same hours; {@link CardResult#NONE} when it has none
 * @param centres the whole cohort first, then each unit, the largest first
 * @param variables those whose removal lowers the error most first
 */
public record ExternalEvaluation(
        int hours, CardResult card, List<CentreCalibration> centres, List<VariableError> variables) {
    /** The evaluation of a set that was not extracted. */
    public static final ExternalEvaluation NONE = new ExternalEvaluation(0, CardResult.NONE, List.of(), List.of());

    public ExternalEvaluation {
        centres = List.copyOf(centres);
        variables = List.copyOf(variables);
    }

    /** Holds the results that the model's card names for stays that it did not learn from. */
    public record CardResult(String set, double auroc, double ece) {
        /** A card without results. */
        public static final CardResult NONE = new CardResult("", Double.NaN, Double.NaN);
    }
}
