package org.vigie.inference.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds a value with its interval for every cell of a stay, scaled, [48][36] row-major.
 *
 * @param median imputed value
 * @param low 5 % quantile
 * @param high 95 % quantile
 */
public record ImputedCells(float[] median, float[] low, float[] high) {
    /** Splits the outputs for several stays, one after the other. */
    public static List<ImputedCells> split(float[] medians, float[] lows, float[] highs) {
        List<ImputedCells> all = new ArrayList<>();
        for (int from = 0; from < medians.length; from += ImputationGrid.CELLS) {
            int to = from + ImputationGrid.CELLS;
            all.add(new ImputedCells(
                    Arrays.copyOfRange(medians, from, to),
                    Arrays.copyOfRange(lows, from, to),
                    Arrays.copyOfRange(highs, from, to)));
        }
        return all;
    }

    /** Returns the simple estimates of the channels, without an interval. */
    public static ImputedCells ofEstimates(float[] channels) {
        float[] median = new float[ImputationGrid.CELLS];
        for (int cell = 0; cell < median.length; cell++) {
            median[cell] = channels[cell * ImputerChannels.CHANNELS + ImputerChannels.ESTIMATE];
        }
        return new ImputedCells(median, median, median);
    }
}
