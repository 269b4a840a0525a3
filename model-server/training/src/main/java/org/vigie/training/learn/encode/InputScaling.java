package org.vigie.training.learn.encode;

import java.util.Arrays;
import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;

/**
 * Scales physical units to numbers around zero. It is fitted on measured values only and becomes a constant of the model's graph.
 *
 * @param logged 1 for a series that is scaled as log(1 + value) because few values lie far above the rest, else 0
 * @param means of each series, after the logarithm
 * @param deviations standard deviations, likewise
 * @param edges of each series the {@link #BINS} + 1 values that bound the bins of its scaled values, ascending
 * @param staticMeans of each known static; 0 for a flag
 * @param staticDeviations likewise; 1 for a flag
 */
public record InputScaling(
        float[] logged,
        float[] means,
        float[] deviations,
        float[][] edges,
        float[] staticMeans,
        float[] staticDeviations) {
    /** Bins of the values of a series. */
    static final int BINS = 6;

    private static final double[] QUANTILES = {0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98};
    private static final float NARROWEST = 0.05f;
    private static final double SKEWED = 2;

    /** Fits on whole windows of 48 hours. */
    public static InputScaling fit(List<LabelledStay> examples) {
        int series = HourlyGrid.SERIES;
        RunningMoments[] plain = RunningMoments.array(series);
        RunningMoments[] logs = RunningMoments.array(series);
        RunningMoments[] statics = RunningMoments.array(ScoreRequest.STATICS);
        for (LabelledStay example : examples) {
            ScoreRequest window = example.windowAfter(HourlyGrid.HOURS);
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
        float[] means = RunningMoments.means(plain);
        float[] deviations = RunningMoments.deviations(plain);
        return new InputScaling(
                logged,
                means,
                deviations,
                edges(examples, logged, means, deviations),
                RunningMoments.means(statics),
                RunningMoments.deviations(statics));
    }

    /** Returns the lower edge of a bin for each series, repeated. */
    float[] edges(int bin, int times) {
        return repeated(bin, times);
    }

    /** Returns the width of a bin for each series, repeated. */
    float[] widths(int bin, int times) {
        float[] widths = repeated(bin + 1, times);
        float[] begins = edges(bin, times);
        for (int i = 0; i < widths.length; i++) {
            widths[i] -= begins[i];
        }
        return widths;
    }

    /** Whether a static is a number that may be unknown; the next column says whether it is known. */
    static boolean isNumber(int column) {
        return column + 1 < StaticFeatures.NAMES.size()
                && StaticFeatures.NAMES.get(column + 1).endsWith("_known");
    }

    private float[] repeated(int edge, int times) {
        float[] repeated = new float[times * edges.length];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = edges[i % edges.length][edge];
        }
        return repeated;
    }

    private static float[][] edges(List<LabelledStay> examples, float[] logged, float[] means, float[] deviations) {
        float[][] seen = new float[HourlyGrid.SERIES][16];
        int[] counts = new int[HourlyGrid.SERIES];
        for (LabelledStay example : examples) {
            ScoreRequest window = example.windowAfter(HourlyGrid.HOURS);
            for (int cell = 0; cell < ScoreRequest.CELLS; cell++) {
                if (window.measured()[cell] == 1) {
                    int series = cell % HourlyGrid.SERIES;
                    double value = window.values()[cell];
                    double mixed = logged[series] == 1 ? Math.log1p(Math.max(0, value)) : value;
                    if (counts[series] == seen[series].length) {
                        seen[series] = Arrays.copyOf(seen[series], 2 * counts[series]);
                    }
                    seen[series][counts[series]++] = (float) ((mixed - means[series]) / deviations[series]);
                }
            }
        }
        float[][] edges = new float[HourlyGrid.SERIES][];
        for (int series = 0; series < edges.length; series++) {
            edges[series] = quantiles(Arrays.copyOf(seen[series], counts[series]));
        }
        return edges;
    }

    /** Returns quantiles at least {@link #NARROWEST} apart; without values they lie evenly around 0. */
    private static float[] quantiles(float[] values) {
        Arrays.sort(values);
        float[] edges = new float[QUANTILES.length];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = values.length == 0 ? i - BINS / 2f : values[(int) (QUANTILES[i] * (values.length - 1))];
            edges[i] = i == 0 ? edges[i] : Math.max(edges[i], edges[i - 1] + NARROWEST);
        }
        return edges;
    }

    private static void addStatics(RunningMoments[] moments, float[] statics) {
        for (int column = 0; column < statics.length; column++) {
            if (isNumber(column) && statics[column + 1] == 1) {
                moments[column].add(statics[column]);
            }
        }
    }
}
