package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.training.explain.ContributingInput;
import org.vigie.training.explain.ExplainedStay;

/** The stays that the model misjudged most. */
final class MistakesSection {
    private MistakesSection() {}

    static String of(List<ExplainedStay> falseAlarms, List<ExplainedStay> misses) {
        return falseAlarms.isEmpty() && misses.isEmpty()
                ? ""
                : "<h2>Survivors with the highest risks</h2>\n" + table(falseAlarms)
                        + "<h2>Deaths with the lowest risks</h2>\n" + table(misses);
    }

    private static String table(List<ExplainedStay> cases) {
        return ReportHtml.table(
                List.of("stay", "patient", "risk (interval)", "what moved it most, log odds"),
                cases.stream()
                        .map(one ->
                                List.of(Integer.toString(one.id()), one.patient(), risk(one), reasons(one.reasons())))
                        .toList());
    }

    private static String risk(ExplainedStay one) {
        return Double.isNaN(one.low())
                ? ReportHtml.number(one.probability())
                : ReportHtml.number(one.probability()) + " (" + ReportHtml.number(one.low()) + " to "
                        + ReportHtml.number(one.high()) + ")";
    }

    private static String reasons(List<ContributingInput> reasons) {
        return reasons.isEmpty()
                ? "the model cannot tell"
                : reasons.stream()
                        .map(reason -> String.format(
                                Locale.ROOT, "%s %+.2f (%s)", reason.input(), reason.logOdds(), reason.found()))
                        .collect(Collectors.joining("; "));
    }
}
