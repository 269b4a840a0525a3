package org.vigie.training.feature;

import java.util.ArrayList;
import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.window.HourlyGrid;

/**
 * A window as 230 numbers: of each series the last, lowest, highest and mean hourly value, the slope per hour (least squares) and log(1 +
 * hours measured); age, sex, height, weight and unit. What was never measured is NaN.
 *
 * <p>They are made from what a served model is given, not from the recording: live and training cannot differ.
 */
public final class SimpleFeatures {
    private static final List<String> KINDS = List.of("last", "lowest", "highest", "mean", "slope", "count");
    private static final List<String> PATIENT = List.of("age_years", "male", "height_cm", "weight_kg");
    private static final List<String> UNITS =
            List.of("unit_coronary", "unit_cardiac_surgery", "unit_medical", "unit_surgical");

    /** What each number says: {@code hr_last}, ..., {@code unit_surgical}. */
    public static final List<String> NAMES = names();

    private SimpleFeatures() {}

    /** As many as {@link #NAMES}. */
    public static float[] of(ScoreRequest window) {
        float[] features = new float[NAMES.size()];
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            series(window, series, features);
        }
        int at = HourlyGrid.SERIES * KINDS.size();
        float[] statics = window.statics();
        features[at] = known(statics, "age_years", "age_known");
        features[at + 1] = flag(statics, "male") + flag(statics, "female") == 0 ? Float.NaN : flag(statics, "male");
        features[at + 2] = known(statics, "height_cm", "height_known");
        features[at + 3] = known(statics, "weight_kg", "weight_known");
        for (int unit = 0; unit < UNITS.size(); unit++) {
            features[at + PATIENT.size() + unit] = flag(statics, UNITS.get(unit));
        }
        return features;
    }

    private static void series(ScoreRequest window, int series, float[] features) {
        Line line = new Line();
        for (int row = 0; row < HourlyGrid.HOURS; row++) {
            int cell = row * HourlyGrid.SERIES + series;
            if (window.measured()[cell] > 0) {
                line.add(row, window.values()[cell]);
            }
        }
        int at = series * KINDS.size();
        features[at] = line.last;
        features[at + 1] = line.lowest;
        features[at + 2] = line.highest;
        features[at + 3] = line.mean();
        features[at + 4] = line.slope();
        features[at + 5] = (float) Math.log1p(line.count);
    }

    /** Sums of one series' measured hours. */
    private static final class Line {
        private int count;
        private float last = Float.NaN;
        private float lowest = Float.NaN;
        private float highest = Float.NaN;
        private double sum;
        private double hours;
        private double hoursSquared;
        private double hoursTimesValues;

        void add(int hour, float value) {
            lowest = count == 0 ? value : Math.min(lowest, value);
            highest = count == 0 ? value : Math.max(highest, value);
            last = value;
            count++;
            sum += value;
            hours += hour;
            hoursSquared += (double) hour * hour;
            hoursTimesValues += (double) hour * value;
        }

        float mean() {
            return count == 0 ? Float.NaN : (float) (sum / count);
        }

        float slope() {
            double spread = hoursSquared - hours * hours / count;
            return count < 2 ? Float.NaN : (float) ((hoursTimesValues - hours * sum / count) / spread);
        }
    }

    private static float known(float[] statics, String value, String known) {
        return flag(statics, known) == 0 ? Float.NaN : flag(statics, value);
    }

    private static float flag(float[] statics, String name) {
        return statics[Statics.NAMES.indexOf(name)];
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        VariableCatalogue.standard()
                .series()
                .forEach(variable -> KINDS.forEach(kind -> names.add(variable.name() + "_" + kind)));
        names.addAll(PATIENT);
        names.addAll(UNITS);
        return List.copyOf(names);
    }
}
