package org.vigie.signal.impute;

/**
 * Holds estimates of cells of a window that were not measured, with 90 % intervals. They are no measurements. The arrays have one entry for
 * each estimated cell.
 *
 * @param imputer model that estimated
 * @param cells estimated cells of the window, ascending: row * 37 + series
 * @param values estimates in the unit of each series
 * @param lows 5 % quantiles
 * @param highs 95 % quantiles
 */
public record WindowEstimates(ImputerIdentity imputer, int[] cells, float[] values, float[] lows, float[] highs) {
    public WindowEstimates {
        if (values.length != cells.length || lows.length != cells.length || highs.length != cells.length) {
            throw new IllegalArgumentException("estimates: each array must hold " + cells.length + " numbers, had "
                    + values.length + ", " + lows.length + ", " + highs.length);
        }
        for (int i = 0; i < cells.length; i++) {
            if (!(lows[i] <= values[i] && values[i] <= highs[i])) {
                throw new IllegalArgumentException("estimates: cell " + cells[i] + " must lie in its interval, was "
                        + values[i] + " in " + lows[i] + " to " + highs[i]);
            }
        }
    }

    /**
     * Names the model that estimated.
     *
     * @param digest SHA-256 of its files, hexadecimal
     */
    public record ImputerIdentity(String name, String version, String digest) {}
}
