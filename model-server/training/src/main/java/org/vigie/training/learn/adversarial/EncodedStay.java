package org.vigie.training.learn.adversarial;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.SplittableRandom;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;

/**
 * Holds a stay as the networks see it.
 *
 * @param cells [48][74]: the scaled values of an hour, 0 where nothing was measured, then a flag for each measured one
 * @param facts scaled height and weight, 0 where unknown, then a flag for each known one
 */
record EncodedStay(float[] cells, float[] facts, StayCondition condition) {
    /** Numbers of an hour. */
    static final int PER_HOUR = 2 * SERIES;
    /** Height and weight. */
    static final int FACTS = 2;

    static EncodedStay of(LabelledStay stay, SeriesQuantiles scaling) {
        float[] cells = new float[HOURS * PER_HOUR];
        for (int i = 0; i < HOURS * SERIES; i++) {
            int place = i / SERIES * PER_HOUR + i % SERIES;
            int series = i % SERIES;
            stay.stay().grid().value(i / SERIES, series).ifPresent(value -> {
                cells[place] = (float) scaling.scaled(series, value);
                cells[place + SERIES] = 1;
            });
        }
        return new EncodedStay(cells, facts(stay.stay().statics(), scaling), StayCondition.of(stay));
    }

    private static float[] facts(StaticFeatures facts, SeriesQuantiles scaling) {
        float[] scaled = new float[2 * FACTS];
        for (int place = 0; place < FACTS; place++) {
            double value = SeriesQuantiles.fact(facts, place);
            if (!Double.isNaN(value)) {
                scaled[place] = (float) scaling.scaled(SERIES + place, value);
                scaled[place + FACTS] = 1;
            }
        }
        return scaled;
    }

    /** Returns the stay in the units of the catalogue; its age is drawn from the band of the condition. */
    LabelledStay decoded(int id, SeriesQuantiles scaling, SplittableRandom random) {
        HourlyGrid grid = new HourlyGrid();
        for (int i = 0; i < HOURS * SERIES; i++) {
            int place = i / SERIES * PER_HOUR + i % SERIES;
            int series = i % SERIES;
            if (cells[place + SERIES] > .5 && scaling.isKnown(series)) {
                grid.add(i / SERIES, series, possible(series, scaling.value(series, cells[place])));
            }
        }
        StaticFeatures statics = new StaticFeatures(
                condition.drawAge(random), condition.sex(), fact(0, scaling), fact(1, scaling), condition.unit());
        return new LabelledStay(new HourlyStay(id, grid, statics), condition.died());
    }

    private static double possible(int series, double value) {
        ValueRange range = VariableCatalogue.standard().series().get(series).hard();
        return Math.min(Math.max(value, range.low()), range.high());
    }

    private double fact(int place, SeriesQuantiles scaling) {
        boolean known = facts[place + FACTS] > .5 && scaling.isKnown(SERIES + place);
        return known ? Math.rint(scaling.value(SERIES + place, facts[place])) : Double.NaN;
    }
}
