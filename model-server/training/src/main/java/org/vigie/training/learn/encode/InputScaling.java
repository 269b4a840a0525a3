package org.vigie.training.learn.encode;

import java.util.List;
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

    /** Fits on whole windows of 48 hours. */
    public static InputScaling fit(List<LabelledStay> examples) {
        return new InputScalingFit(examples).fit();
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

    /** Returns true when a static is a number that may be unknown. The next column is 1 when it is known. */
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
}
