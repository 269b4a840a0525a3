package org.vigie.training.learn.encode;

import java.util.Arrays;
import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.LabelledStay;

/** Fits an {@link InputScaling} to the measured values of whole windows of 48 hours. */
final class InputScalingFit {
    private static final double[] QUANTILES = {0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98};
    private static final float NARROWEST = 0.05f;
    private static final double SKEWED = 2;

    private final List<LabelledStay> examples;

    InputScalingFit(List<LabelledStay> examples) {
        this.examples = List.copyOf(examples);
    }

    InputScaling fit() {
        RunningMoments[] plain = RunningMoments.array(HourlyGrid.SERIES);
        RunningMoments[] logs = RunningMoments.array(HourlyGrid.SERIES);
        forEachMeasured((series, value) -> {
            plain[series].add(value);
            logs[series].add(logarithm(value));
        });
        float[] logged = new float[HourlyGrid.SERIES];
        for (int series = 0; series < logged.length; series++) {
            logged[series] = plain[series].skewness() > SKEWED ? 1 : 0;
            plain[series] = logged[series] == 1 ? logs[series] : plain[series];
        }
        return fit(logged, RunningMoments.means(plain), RunningMoments.deviations(plain));
    }

    private InputScaling fit(float[] logged, float[] means, float[] deviations) {
        RunningMoments[] statics = statics();
        return new InputScaling(
                logged,
                means,
                deviations,
                edges(logged, means, deviations),
                RunningMoments.means(statics),
                RunningMoments.deviations(statics));
    }

    /** Takes the measured values, one after the other. */
    private interface MeasuredCellVisitor {
        void cell(int series, double value);
    }

    private void forEachMeasured(MeasuredCellVisitor visitor) {
        for (LabelledStay example : examples) {
            ScoreRequest window = example.windowAfter(HourlyGrid.HOURS);
            for (int cell = 0; cell < ScoreRequest.CELLS; cell++) {
                if (window.measured()[cell] == 1) {
                    visitor.cell(cell % HourlyGrid.SERIES, window.values()[cell]);
                }
            }
        }
    }

    private RunningMoments[] statics() {
        RunningMoments[] moments = RunningMoments.array(ScoreRequest.STATICS);
        for (LabelledStay example : examples) {
            float[] statics = example.windowAfter(HourlyGrid.HOURS).statics();
            for (int column = 0; column < statics.length; column++) {
                if (InputScaling.isNumber(column) && statics[column + 1] == 1) {
                    moments[column].add(statics[column]);
                }
            }
        }
        return moments;
    }

    private float[][] edges(float[] logged, float[] means, float[] deviations) {
        float[][] scaled = new float[HourlyGrid.SERIES][16];
        int[] counts = new int[HourlyGrid.SERIES];
        forEachMeasured((series, value) -> {
            double mixed = logged[series] == 1 ? logarithm(value) : value;
            if (counts[series] == scaled[series].length) {
                scaled[series] = Arrays.copyOf(scaled[series], 2 * counts[series]);
            }
            scaled[series][counts[series]++] = (float) ((mixed - means[series]) / deviations[series]);
        });
        float[][] edges = new float[HourlyGrid.SERIES][];
        Arrays.setAll(edges, series -> quantiles(Arrays.copyOf(scaled[series], counts[series])));
        return edges;
    }

    /** Returns quantiles at least {@link #NARROWEST} apart; without values they lie evenly around 0. */
    private static float[] quantiles(float[] values) {
        Arrays.sort(values);
        float[] edges = new float[QUANTILES.length];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = values.length == 0
                    ? i - InputScaling.BINS / 2f
                    : values[(int) (QUANTILES[i] * (values.length - 1))];
            edges[i] = i == 0 ? edges[i] : Math.max(edges[i], edges[i - 1] + NARROWEST);
        }
        return edges;
    }

    private static double logarithm(double value) {
        return Math.log1p(Math.max(0, value));
    }
}
