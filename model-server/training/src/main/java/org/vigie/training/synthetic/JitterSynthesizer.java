package org.vigie.training.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;

/**
 * Copies a recorded stay with noise: a tenth of the standard deviation of its series on each value, one hour in twenty left out, and the age
 * moved by up to two years. It is a baseline: its stays stay near to the recorded ones.
 *
 * <p>Source: Um TT et al. Data augmentation of wearable sensor data. ICMI 2017 (jittering).
 */
record JitterSynthesizer(SeriesSpread spread) implements StaySynthesizer {
    private static final double NOISE = 0.1;
    private static final double LEFT_OUT = 0.05;
    private static final double YEARS = 2;

    @Override
    public LabelledStay synthesize(int id, List<LabelledStay> stays, SplittableRandom random) {
        LabelledStay source = stays.get(random.nextInt(stays.size()));
        HourlyCells from = HourlyCells.of(source);
        HourlyCells to = HourlyCells.empty();
        for (int cell = 0; cell < from.values().length; cell++) {
            if (from.isMeasured(cell) && random.nextDouble() >= LEFT_OUT) {
                double noise = NOISE * spread.deviation(cell % HourlyGrid.SERIES) * random.nextGaussian();
                to.set(cell, from.values()[cell] + noise);
            }
        }
        StaticFeatures facts = source.stay().statics();
        double age = Math.rint(facts.age() + random.nextDouble(-YEARS, YEARS));
        StaticFeatures moved = new StaticFeatures(age, facts.sex(), facts.heightCm(), facts.weightKg(), facts.unit());
        return new LabelledStay(new HourlyStay(id, to.grid(), moved), source.died());
    }
}
