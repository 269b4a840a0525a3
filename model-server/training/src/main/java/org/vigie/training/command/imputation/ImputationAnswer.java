package org.vigie.training.command.imputation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.vigie.training.imputation.ImputationErrors;
import org.vigie.training.imputation.ImputationErrors.ColumnError;

/**
 * Holds the answer of {@code ./vigie evaluate imputation}. Errors are in standard deviations of each variable.
 *
 * @param hiddenCells hidden cells of all stays
 * @param causalMae mean absolute error of the imputer that sees the own hour and earlier hours
 * @param twoSidedMae the same for the imputer that sees all hours
 * @param locfMae last value carried forward, else the median
 * @param linearMae linear interpolation
 * @param causalCoverage share of true values in the 90 % interval
 */
record ImputationAnswer(
        String model,
        @JsonProperty("hidden_cells") int hiddenCells,
        @JsonProperty("causal_mae") double causalMae,
        @JsonProperty("two_sided_mae") double twoSidedMae,
        @JsonProperty("locf_mae") double locfMae,
        @JsonProperty("linear_mae") double linearMae,
        @JsonProperty("causal_rmse") double causalRmse,
        @JsonProperty("two_sided_rmse") double twoSidedRmse,
        @JsonProperty("causal_coverage") double causalCoverage,
        @JsonProperty("two_sided_coverage") double twoSidedCoverage,
        @JsonProperty("causal_by_variable") List<ColumnError> causalByVariable,
        @JsonProperty("two_sided_by_variable") List<ColumnError> twoSidedByVariable) {
    static ImputationAnswer of(String model, ImputationComparison errors) {
        ImputationErrors causal = errors.causal();
        ImputationErrors twoSided = errors.twoSided();
        return new ImputationAnswer(
                model,
                causal.cells(),
                causal.mae(),
                twoSided.mae(),
                errors.lastValue().mae(),
                errors.interpolation().mae(),
                causal.rmse(),
                twoSided.rmse(),
                causal.coverage(),
                twoSided.coverage(),
                causal.byColumn(),
                twoSided.byColumn());
    }

    String text() {
        return String.format(
                Locale.ROOT,
                """
                %s on %d hidden cells; mean absolute error in standard deviations
                causal     attention %.3f (90 %% interval holds %.1f %%)   last value    %.3f
                two-sided  attention %.3f (90 %% interval holds %.1f %%)   interpolation %.3f""",
                model,
                hiddenCells,
                causalMae,
                100 * causalCoverage,
                locfMae,
                twoSidedMae,
                100 * twoSidedCoverage,
                linearMae);
    }
}
