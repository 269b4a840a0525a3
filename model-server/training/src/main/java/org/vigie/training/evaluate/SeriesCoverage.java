package org.vigie.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.HourlyStay;

/**
 * How often a series is measured in a set.
 *
 * @param stays share of the stays in which it was measured at least once
 * @param hours share of all hours in which it was measured
 */
public record SeriesCoverage(String series, double stays, double hours) {
    /** Measures each series over the first hours of each stay. */
    public static List<SeriesCoverage> of(List<HourlyStay> stays, int hours) {
        List<SeriesCoverage> coverage = new ArrayList<>();
        for (Variable variable : VariableCatalogue.standard().series()) {
            int series = variable.series().orElseThrow();
            int some = 0;
            int cells = 0;
            for (HourlyStay stay : stays) {
                int measured = measured(stay.grid(), series, hours);
                some += measured > 0 ? 1 : 0;
                cells += measured;
            }
            coverage.add(new SeriesCoverage(
                    variable.labelEn(), (double) some / stays.size(), (double) cells / stays.size() / hours));
        }
        return coverage;
    }

    private static int measured(HourlyGrid grid, int series, int hours) {
        int measured = 0;
        for (int hour = 0; hour < hours; hour++) {
            measured += grid.value(hour, series).isPresent() ? 1 : 0;
        }
        return measured;
    }
}
