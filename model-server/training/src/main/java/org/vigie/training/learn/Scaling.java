package org.vigie.training.learn;

import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.Example;

/**
 * How physical units become numbers around zero, fitted on measured values only. It is frozen into the model's graph.
 *
 * @param logged 1 for a series that is taken as log(1 + value) because a few values lie far above the rest, else 0
 * @param means of each series, after the logarithm
 * @param deviations standard deviations, likewise
 * @param staticMeans of each known static; 0 for a flag
 * @param staticDeviations likewise; 1 for a flag
 */
public record Scaling(
        float[] logged, float[] means, float[] deviations, float[] staticMeans, float[] staticDeviations) {
    private static final double SKEWED = 2;

    /** Fits on whole windows of 48 hours. */
    public static Scaling fit(List<Example> examples) {
        int series = HourlyGrid.SERIES;
        Moments[] plain = Moments.array(series);
        Moments[] logs = Moments.array(series);
        Moments[] statics = Moments.array(ScoreRequest.STATICS);
        for (Example example : examples) {
            ScoreRequest window = example.after(HourlyGrid.HOURS);
            for (int cell = 0; cell < ScoreRequest.CELLS; cell++) {
                if (window.measured()[cell] == 1) {
                    plain[cell % series].add(window.values()[cell]);
                    logs[cell % series].add(Math.log1p(Math.max(0, window.values()[cell])));
                }
            }
            addStatics(statics, window.statics());
        }
        float[] logged = new float[series];
        for (int column = 0; column < series; column++) {
            logged[column] = plain[column].skewness() > SKEWED ? 1 : 0;
            plain[column] = logged[column] == 1 ? logs[column] : plain[column];
        }
        return new Scaling(
                logged,
                Moments.means(plain),
                Moments.deviations(plain),
                Moments.means(statics),
                Moments.deviations(statics));
    }

    /** Whether a static is a number that may be unknown; the column behind it says so. */
    static boolean isNumber(int column) {
        return column + 1 < Statics.NAMES.size()
                && Statics.NAMES.get(column + 1).endsWith("_known");
    }

    private static void addStatics(Moments[] moments, float[] statics) {
        for (int column = 0; column < statics.length; column++) {
            if (isNumber(column) && statics[column + 1] == 1) {
                moments[column].add(statics[column]);
            }
        }
    }
}
