package org.vigie.signal.clean;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/** Lists what makes the true value of a mistaken entry of one variable: a moved decimal point, or another unit. */
record EntryCorrections(Variable variable) {
    private static final double MATTERS = Math.log(1.5);
    private static final List<UnitConversion> POINT = List.of(new UnitConversion(10, 0), new UnitConversion(.1, 0));
    /** Scores and flags have no decimal point. */
    private static final List<String> WITHOUT_POINT = List.of(VariableNames.GCS_TOTAL, VariableNames.MECH_VENT);

    /** Returns the corrections by moved points and by the units that change a usual number by at least half. */
    List<UnitConversion> all() {
        Stream<UnitConversion> units =
                variable.conversions().values().stream().distinct().filter(this::matters);
        Stream<UnitConversion> points = WITHOUT_POINT.contains(variable.name()) ? Stream.empty() : POINT.stream();
        return Stream.concat(points, units).toList();
    }

    private boolean matters(UnitConversion unit) {
        double normal = Double.isFinite(variable.normal()) && variable.normal() != 0 ? variable.normal() : 1;
        return distance(unit.apply(normal), normal) > MATTERS;
    }

    /** Returns the distance of the logarithms of two values; infinite when one is not positive. */
    static double distance(double one, double other) {
        return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Double.POSITIVE_INFINITY;
    }
}
