package org.vigie.training.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;

/** Makes stays for tests: every fourth ends in death, with a fast heart rate. */
public final class SampleStays {
    public static final int HEART_RATE =
            VariableCatalogue.standard().get("hr").series().orElseThrow();

    private SampleStays() {}

    public static List<LabelledStay> of(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledStay> stays = new ArrayList<>();
        for (int id = 1; id <= number; id++) {
            stays.add(stay(id, id % 4 == 0, random));
        }
        return stays;
    }

    private static LabelledStay stay(int id, boolean died, SplittableRandom random) {
        HourlyGrid grid = new HourlyGrid();
        double own = random.nextGaussian() * 8;
        for (int hour = 0; hour < HourlyGrid.HOURS; hour++) {
            if (random.nextDouble() < 0.8) {
                grid.add(hour, HEART_RATE, (died ? 110 : 80) + own + random.nextGaussian() * 3);
            }
        }
        StaticFeatures facts = new StaticFeatures(
                random.nextInt(40, 90),
                StaticFeatures.AdministrativeSex.FEMALE,
                Double.NaN,
                80,
                StaticFeatures.UnitType.MEDICAL);
        return new LabelledStay(id, grid, facts, died);
    }
}
