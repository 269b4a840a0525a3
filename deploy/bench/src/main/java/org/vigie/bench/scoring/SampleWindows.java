package org.vigie.bench.scoring;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/**
 * Draws windows of 48 hours with a fifth of the cells measured, as patients of an ICU have them.
 *
 * @param seed the same seed draws the same windows
 */
record SampleWindows(long seed) {
    private static final double MEASURED = 0.2;

    List<ScoreRequest> take(int many) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, many).mapToObj(any -> window(random)).toList();
    }

    private static ScoreRequest window(SplittableRandom random) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < HourlyGrid.HOURS; hour++) {
            for (int series = 0; series < HourlyGrid.SERIES; series++) {
                if (random.nextDouble() < MEASURED) {
                    Variable variable = VariableCatalogue.standard().series().get(series);
                    grid.add(hour, series, possible(variable, variable.normal() * random.nextDouble(0.8, 1.2)));
                }
            }
        }
        return ScoreRequest.of(WindowImputer.fill(grid, HourlyGrid.HOURS - 1), patient(random.nextInt(20, 90)));
    }

    /** Returns the nearest value that the variable can have. The server refuses a window with another one. */
    private static double possible(Variable variable, double drawn) {
        return Math.max(variable.hard().low(), Math.min(variable.hard().high(), drawn));
    }

    private static StaticFeatures patient(int age) {
        return new StaticFeatures(
                age, StaticFeatures.AdministrativeSex.FEMALE, 165, 70, StaticFeatures.UnitType.MEDICAL);
    }
}
