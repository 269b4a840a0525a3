package org.vigie.bench.scoring;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/** Windows of 48 hours, a fifth of the cells measured, as patients of a unit have them. */
final class SampleWindows {
    private static final double MEASURED = 0.2;

    private SampleWindows() {}

    /** The same seed gives the same windows. */
    static List<ScoreRequest> of(int many, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, many).mapToObj(any -> window(random)).toList();
    }

    private static ScoreRequest window(SplittableRandom random) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < HourlyGrid.HOURS; hour++) {
            for (int series = 0; series < HourlyGrid.SERIES; series++) {
                if (random.nextDouble() < MEASURED) {
                    double normal =
                            VariableCatalogue.standard().series().get(series).normal();
                    grid.add(hour, series, normal * random.nextDouble(0.8, 1.2));
                }
            }
        }
        return ScoreRequest.of(
                WindowImputer.fill(grid, HourlyGrid.HOURS - 1),
                new StaticFeatures(
                        random.nextInt(20, 90),
                        StaticFeatures.AdministrativeSex.FEMALE,
                        165,
                        70,
                        StaticFeatures.UnitType.MEDICAL));
    }
}
