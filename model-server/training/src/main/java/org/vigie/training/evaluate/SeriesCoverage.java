package org.vigie.training.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.HourlyStay;

/**
 * Reports how often a series is measured in a set.
 *
 * @param stays share of the stays in which it was measured at least once
 * @param hours share of all hours in which it was measured
 */
public record SeriesCoverage(String series, double stays, double hours) {
    /** Measures each series over the first hours of each stay. */
    public static List<SeriesCoverage> of(List<HourlyStay> stays, int hours) {
        return VariableCatalogue.standard().series().stream()
                .map(variable -> of(variable, stays, hours))
                .toList();
    }

    private static SeriesCoverage of(Variable variable, List<HourlyStay> stays, int hours) {
        int series = variable.series().orElseThrow();
        int[] measured = stays.stream()
                .mapToInt(stay -> measured(stay.grid(), series, hours))
                .toArray();
        long some = IntStream.of(measured).filter(cells -> cells > 0).count();
        double cells = IntStream.of(measured).sum();
        return new SeriesCoverage(variable.labelEn(), (double) some / stays.size(), cells / stays.size() / hours);
    }

    private static int measured(HourlyGrid grid, int series, int hours) {
        int measured = 0;
        for (int hour = 0; hour < hours; hour++) {
            measured += grid.value(hour, series).isPresent() ? 1 : 0;
        }
        return measured;
    }
}
