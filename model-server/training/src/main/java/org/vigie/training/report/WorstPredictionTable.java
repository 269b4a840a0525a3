package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.explain.ContributingInput;
import org.vigie.training.explain.ExplainedStay;

/** Builds the table of the stays with the worst predictions, with the inputs that contributed most. */
record WorstPredictionTable(List<ExplainedStay> stays) {
    ReportTable table() {
        return new ReportTable(
                List.of("stay", "patient", "risk (interval)", "what moved it most, log odds"),
                stays.stream()
                        .map(stay -> List.of(
                                Integer.toString(stay.id()), stay.patient(), risk(stay), inputs(stay.reasons())))
                        .toList());
    }

    private static String risk(ExplainedStay stay) {
        return Double.isNaN(stay.low())
                ? ReportNumber.text(stay.probability())
                : ReportNumber.text(stay.probability()) + " (" + ReportNumber.text(stay.low()) + " to "
                        + ReportNumber.text(stay.high()) + ")";
    }

    private static String inputs(List<ContributingInput> inputs) {
        return inputs.isEmpty()
                ? "the model cannot tell"
                : inputs.stream()
                        .map(input -> String.format(
                                Locale.ROOT, "%s %+.2f (%s)", input.input(), input.logOdds(), input.found()))
                        .collect(Collectors.joining("; "));
    }
}
