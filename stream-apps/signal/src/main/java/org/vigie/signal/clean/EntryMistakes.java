package org.vigie.signal.clean;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/**
 * Lists what a wrong entry makes of a true value of one variable.
 *
 * <p>Scores and a flag have no units and no decimal point. Only units that change the number by at least half are mistakes that matter.
 */
public record EntryMistakes(Variable variable) {
    private static final double MATTERS = 0.5;
    private static final double TYPICAL_PERCENT = 60;
    private static final Set<String> WITHOUT_POINT = Set.of(VariableNames.GCS_TOTAL, VariableNames.MECH_VENT);

    public List<DoubleUnaryOperator> of(EntryMistake mistake) {
        return switch (mistake) {
            case DECIMAL_SLIP ->
                WITHOUT_POINT.contains(variable.name()) ? List.of() : List.of(value -> value * 10, value -> value / 10);
            case WRONG_UNIT ->
                mattering().stream()
                        .<DoubleUnaryOperator>map(unit -> value -> (value - unit.offset()) / unit.factor())
                        .toList();
        };
    }

    /** Returns what makes a true value of a mistaken one: a moved decimal point, and the conversions of other units. */
    public List<DoubleUnaryOperator> corrections() {
        return Stream.concat(of(EntryMistake.DECIMAL_SLIP).stream(), unitCorrections().stream())
                .toList();
    }

    /** Returns the conversions that make a true value of a number in a wrong unit. */
    public List<DoubleUnaryOperator> unitCorrections() {
        return mattering().stream()
                .<DoubleUnaryOperator>map(unit -> unit::apply)
                .toList();
    }

    /** Returns the distance of two values as the logarithm of their ratio; infinite unless both are positive. */
    public static double distance(double one, double other) {
        return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Double.POSITIVE_INFINITY;
    }

    /** Returns the conversions of other units in the order of their names. */
    private List<UnitConversion> mattering() {
        return new TreeMap<>(variable.conversions())
                .values().stream().filter(this::matters).distinct().toList();
    }

    private boolean matters(UnitConversion unit) {
        double normal =
                Double.isFinite(variable.normal()) && variable.normal() != 0 ? variable.normal() : TYPICAL_PERCENT;
        double entered = (normal - unit.offset()) / unit.factor();
        return Math.abs(Math.log(Math.abs(entered / normal))) > Math.log(1 + MATTERS);
    }
}
