package org.vigie.training.learn.adversarial;

import java.util.List;
import java.util.SplittableRandom;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;
import org.vigie.training.feature.LabelledStay;

/**
 * Says what kind of stay is made: outcome, age band, sex and kind of unit.
 *
 * @param ageBand place of the band, or -1 where the age is unknown
 */
public record StayCondition(boolean died, int ageBand, AdministrativeSex sex, UnitType unit) {
    /** First year of each age band, and the end of the last one. */
    private static final int[] YEARS = {16, 50, 65, 80, 91};

    private static final int BANDS = YEARS.length - 1;
    private static final List<String> FLAGS =
            List.of("female", "male", "unit_coronary", "unit_cardiac_surgery", "unit_medical", "unit_surgical");
    /** Length of {@link #encode()}. */
    static final int SIZE = 1 + BANDS + FLAGS.size();

    /** Returns the condition that a recorded stay fulfils. */
    public static StayCondition of(LabelledStay stay) {
        StaticFeatures facts = stay.stay().statics();
        return new StayCondition(stay.died(), band(facts.age()), facts.sex(), facts.unit());
    }

    private static int band(double age) {
        if (Double.isNaN(age)) {
            return -1;
        }
        int band = 0;
        while (band < BANDS - 1 && age >= YEARS[band + 1]) {
            band++;
        }
        return band;
    }

    /** Draws an age in years from the band; NaN where it is unknown. */
    double drawAge(SplittableRandom random) {
        return ageBand < 0 ? Double.NaN : random.nextInt(YEARS[ageBand], YEARS[ageBand + 1]);
    }

    /** Returns a flag for the outcome and for each band, sex and kind of unit; all are 0 where it is unknown. */
    float[] encode() {
        float[] flags = new float[SIZE];
        flags[0] = died ? 1 : 0;
        if (ageBand >= 0) {
            flags[1 + ageBand] = 1;
        }
        float[] facts = new StaticFeatures(Double.NaN, sex, Double.NaN, Double.NaN, unit).encode();
        for (int flag = 0; flag < FLAGS.size(); flag++) {
            flags[1 + BANDS + flag] = facts[StaticFeatures.NAMES.indexOf(FLAGS.get(flag))];
        }
        return flags;
    }
}
