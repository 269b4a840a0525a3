package org.vigie.station.trend;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.table.ClinicalTable;

/**
 * Holds by how much a present vital sign may lie outside the values of a score's window, in the unit of its variable.
 *
 * @param margins margin of each vital sign that can hide a score
 */
record WindowMargins(Map<Variable, Double> margins) {
    private static final WindowMargins STANDARD =
            of(ClinicalTable.beside(WindowMargins.class, "window-margin.csv"), VariableCatalogue.standard());

    WindowMargins {
        margins = Map.copyOf(margins);
    }

    /** Returns the margins that ship with Vigie. */
    static WindowMargins standard() {
        return STANDARD;
    }

    /** @throws IllegalArgumentException when a row names no variable of the catalogue, or no margin above 0 */
    static WindowMargins of(ClinicalTable table, VariableCatalogue catalogue) {
        return new WindowMargins(table.rows().stream()
                .collect(Collectors.toMap(row -> variable(row, catalogue), WindowMargins::margin)));
    }

    /** Returns the margin of a variable; empty when the variable hides no score. */
    OptionalDouble of(Variable variable) {
        Double margin = margins.get(variable);
        return margin == null ? OptionalDouble.empty() : OptionalDouble.of(margin);
    }

    private static Variable variable(ClinicalTable.ClinicalTableRow row, VariableCatalogue catalogue) {
        return catalogue
                .find(row.text("variable"))
                .orElseThrow(() -> new IllegalArgumentException(
                        row.place() + ".variable: must be in the catalogue, was '" + row.text("variable") + "'"));
    }

    private static double margin(ClinicalTable.ClinicalTableRow row) {
        double margin = row.number("margin", 0);
        if (margin <= 0) {
            throw new IllegalArgumentException(row.place() + ".margin: must be above 0, was " + margin);
        }
        return margin;
    }
}
