package org.vigie.training.learn.adversarial;

import static org.vigie.training.learn.adversarial.EncodedStay.FACTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;

/**
 * Scales the values of each column by their quantiles in recorded stays: a value becomes the log odds of the share of smaller values. The
 * highest and the lowest half per cent are cut, so that no generated value repeats a recorded extreme.
 *
 * @param quantiles of each series, then of height and weight; empty where nothing was measured
 */
record SeriesQuantiles(double[][] quantiles) {
    private static final int LEVELS = 200;
    private static final double CUT = .005;
    private static final double DEVIATION = Math.PI / Math.sqrt(3);

    static SeriesQuantiles of(List<LabelledStay> stays) {
        double[][] quantiles = new double[HourlyGrid.SERIES + FACTS][];
        for (int column = 0; column < quantiles.length; column++) {
            quantiles[column] = levels(sorted(stays, column));
        }
        return new SeriesQuantiles(quantiles);
    }

    private static double[] sorted(List<LabelledStay> stays, int column) {
        List<Double> values = new ArrayList<>();
        for (LabelledStay stay : stays) {
            if (column >= HourlyGrid.SERIES) {
                values.add(fact(stay.stay().statics(), column - HourlyGrid.SERIES));
            }
            for (int hour = 0; hour < HourlyGrid.HOURS && column < HourlyGrid.SERIES; hour++) {
                stay.stay().grid().value(hour, column).ifPresent(values::add);
            }
        }
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** Returns the height or the weight; NaN where it is unknown or not possible. */
    static double fact(StaticFeatures facts, int place) {
        int name = StaticFeatures.NAMES.indexOf(place == 0 ? "height_cm" : "weight_kg");
        float[] encoded = facts.encode();
        return encoded[name + 1] > 0 ? encoded[name] : Double.NaN;
    }

    private static double[] levels(double... sorted) {
        double[] levels = new double[sorted.length == 0 ? 0 : LEVELS + 1];
        for (int level = 0; level < levels.length; level++) {
            double share = CUT + (1 - 2 * CUT) * level / LEVELS;
            levels[level] = sorted[(int) Math.round(share * (sorted.length - 1))];
        }
        return levels;
    }

    boolean isKnown(int column) {
        return quantiles[column].length > 0;
    }

    /** Returns the scaled value; its mean is about 0 and its deviation about 1. */
    double scaled(int column, double value) {
        double[] levels = quantiles[column];
        int from = place(levels, value, false);
        int to = place(levels, value, true);
        double middle = (Math.max(0, from - 1) + Math.min(LEVELS, to)) / 2.0;
        double share = CUT + (1 - 2 * CUT) * middle / LEVELS;
        return Math.log(share / (1 - share)) / DEVIATION;
    }

    /** Returns the number of levels below the value, or of those not above it. */
    private static int place(double[] levels, double value, boolean equalToo) {
        return (int) Arrays.stream(levels)
                .filter(level -> level < value || (equalToo && level == value))
                .count();
    }

    /** Returns the value of a scaled one. */
    double value(int column, double scaled) {
        double share = 1 / (1 + Math.exp(-scaled * DEVIATION));
        double at = Math.min(LEVELS, Math.max(0, (share - CUT) / (1 - 2 * CUT) * LEVELS));
        int below = (int) Math.min(LEVELS - 1, Math.floor(at));
        double[] levels = quantiles[column];
        return levels[below] + (at - below) * (levels[below + 1] - levels[below]);
    }
}
