package org.vigie.inference.imputation;

import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputationGrid.HOURS;

/**
 * Computes the inputs of an imputer from a scaled grid: for each cell {@link #CHANNELS} numbers that do not use the cell's own value unless it
 * is visible.
 *
 * <p>Channels: value (0 when empty), 1 when visible, simple estimate, the last two values, 1 / hours since the last, the next two values, 1 /
 * hours to the next, mean of the visible values. A causal imputer has no next values, and its mean is that of earlier hours. The simple estimate
 * is the interpolated value, else the nearest value, else the median of the column.
 */
public record ImputerChannels(ImputationDirection direction, float[] medians) {
    /** Numbers for each cell. */
    public static final int CHANNELS = 10;

    /** Place of the simple estimate among the channels. */
    public static final int ESTIMATE = 2;

    private static final int LAST = 3;
    private static final int NEXT = 6;
    private static final int MEAN = 9;

    /** Returns the channels [48][36][10] of a grid, row-major. */
    public float[] of(ImputationGrid grid) {
        float[] channels = new float[ImputationGrid.CELLS * CHANNELS];
        for (int column = 0; column < COLUMNS; column++) {
            setNeighbours(grid.values(), column, LAST, channels);
            if (direction == ImputationDirection.TWO_SIDED) {
                setNeighbours(grid.values(), column, NEXT, channels);
                setOverallMean(grid.values(), column, channels);
            }
            setEstimates(column, channels);
        }
        return channels;
    }

    /** Sets the two nearest values on one side, and with the last ones the cell itself and the mean of the earlier ones. */
    private static void setNeighbours(float[] values, int column, int from, float[] channels) {
        NearestValues nearest = new NearestValues();
        for (int step = 0; step < HOURS; step++) {
            int cell = (from == LAST ? step : HOURS - 1 - step) * COLUMNS + column;
            nearest.copyTo(step, channels, cell * CHANNELS + from);
            if (from == LAST) {
                channels[cell * CHANNELS + MEAN] = nearest.mean();
            }
            if (!Float.isNaN(values[cell])) {
                channels[cell * CHANNELS] = values[cell];
                channels[cell * CHANNELS + 1] = 1;
                nearest.add(step, values[cell]);
            }
        }
    }

    private static void setOverallMean(float[] values, int column, float[] channels) {
        NearestValues all = new NearestValues();
        for (int cell = column; cell < values.length; cell += COLUMNS) {
            if (!Float.isNaN(values[cell])) {
                all.add(0, values[cell]);
            }
        }
        for (int cell = column; cell < values.length; cell += COLUMNS) {
            channels[cell * CHANNELS + MEAN] = all.mean();
        }
    }

    private void setEstimates(int column, float[] channels) {
        for (int hour = 0; hour < HOURS; hour++) {
            int place = (hour * COLUMNS + column) * CHANNELS;
            float before = channels[place + LAST + 2];
            float after = channels[place + NEXT + 2];
            channels[place + ESTIMATE] = before + after == 0
                    ? medians[column]
                    : (channels[place + LAST] * before + channels[place + NEXT] * after) / (before + after);
        }
    }

    /** Holds the two newest values of a walk over the hours. */
    private static final class NearestValues {
        private float first;
        private float second;
        private int step;
        private int count;
        private float sum;

        void add(int at, float value) {
            second = count == 0 ? value : first;
            first = value;
            step = at;
            sum += value;
            count++;
        }

        float mean() {
            return count == 0 ? 0 : sum / count;
        }

        void copyTo(int at, float[] channels, int place) {
            channels[place] = first;
            channels[place + 1] = second;
            channels[place + 2] = count == 0 ? 0 : 1f / (at - step);
        }
    }
}
