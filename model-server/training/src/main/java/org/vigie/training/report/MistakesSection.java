package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.training.explain.Case;
import org.vigie.training.explain.Reason;

/** The stays that the model misjudged most. */
final class MistakesSection {
    private MistakesSection() {}

    static String of(List<Case> falseAlarms, List<Case> misses) {
        return falseAlarms.isEmpty() && misses.isEmpty()
                ? ""
                : "<h2>Survivors with the highest risks</h2>\n" + table(falseAlarms)
                        + "<h2>Deaths with the lowest risks</h2>\n" + table(misses);
    }

    private static String table(List<Case> cases) {
        return Html.table(
                List.of("stay", "patient", "risk (interval)", "what moved it most, log odds"),
                cases.stream()
                        .map(one ->
                                List.of(Integer.toString(one.id()), one.patient(), risk(one), reasons(one.reasons())))
                        .toList());
    }

    private static String risk(Case one) {
        return Double.isNaN(one.low())
                ? Html.number(one.probability())
                : Html.number(one.probability()) + " (" + Html.number(one.low()) + " to " + Html.number(one.high())
                        + ")";
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.isEmpty()
                ? "the model cannot tell"
                : reasons.stream()
                        .map(reason -> String.format(
                                Locale.ROOT, "%s %+.2f (%s)", reason.input(), reason.logOdds(), reason.found()))
                        .collect(Collectors.joining("; "));
    }
}
