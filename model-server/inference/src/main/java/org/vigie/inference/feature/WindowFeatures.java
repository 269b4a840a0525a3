package org.vigie.inference.feature;

import java.util.ArrayList;
import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/**
 * Computes the features of a window for the boosted trees: a summary of each series ({@link SeriesFeatures}), features of several series
 * ({@link CrossSeriesFeatures}), age, sex, height, weight and unit.
 *
 * <p>They are computed from the request that a served model receives, in training too. So live and training cannot differ.
 *
 * @param values as many as {@link #NAMES}; NaN where nothing was measured
 */
public record WindowFeatures(float[] values) {
    private static final List<String> PATIENT = List.of("age_years", "male", "height_cm", "weight_kg");
    private static final List<String> UNITS =
            List.of("unit_coronary", "unit_cardiac_surgery", "unit_medical", "unit_surgical");
    /** The name of each feature: {@code hr_last}, ..., {@code unit_surgical}. */
    public static final List<String> NAMES = names();

    public static WindowFeatures of(ScoreRequest window) {
        float[] features = new float[NAMES.size()];
        SeriesFeatures[] series = new SeriesFeatures[HourlyGrid.SERIES];
        for (int column = 0; column < series.length; column++) {
            series[column] = SeriesFeatures.of(window, column);
            series[column].write(features, column * SeriesFeatures.KINDS.size());
        }
        int at = HourlyGrid.SERIES * SeriesFeatures.KINDS.size();
        patient(window.statics(), features, at);
        float[] related = new CrossSeriesFeatures(series).of(window);
        System.arraycopy(related, 0, features, at + PATIENT.size() + UNITS.size(), related.length);
        return new WindowFeatures(features);
    }

    private static void patient(float[] statics, float[] features, int at) {
        features[at] = known(statics, "age_years", "age_known");
        features[at + 1] = flag(statics, "male") + flag(statics, "female") == 0 ? Float.NaN : flag(statics, "male");
        features[at + 2] = known(statics, "height_cm", "height_known");
        features[at + 3] = known(statics, "weight_kg", "weight_known");
        for (int unit = 0; unit < UNITS.size(); unit++) {
            features[at + PATIENT.size() + unit] = flag(statics, UNITS.get(unit));
        }
    }

    private static float known(float[] statics, String value, String known) {
        return flag(statics, known) == 0 ? Float.NaN : flag(statics, value);
    }

    private static float flag(float[] statics, String name) {
        return statics[StaticFeatures.NAMES.indexOf(name)];
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        VariableCatalogue.standard()
                .series()
                .forEach(variable -> SeriesFeatures.KINDS.forEach(kind -> names.add(variable.name() + "_" + kind)));
        names.addAll(PATIENT);
        names.addAll(UNITS);
        names.addAll(CrossSeriesFeatures.NAMES);
        return List.copyOf(names);
    }
}
