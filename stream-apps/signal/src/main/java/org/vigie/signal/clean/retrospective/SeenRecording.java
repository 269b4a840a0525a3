package org.vigie.signal.clean.retrospective;

/**
 * Holds what a detector sees of a recording.
 *
 * @param signals values at the times of their arrival
 * @param stamps time of each row by the device's clock, in seconds
 */
public record SeenRecording(SignalGrid signals, long[] stamps) {
    /** Returns a recording whose clock is right. */
    public static SeenRecording of(SignalGrid grid) {
        return new SeenRecording(grid, grid.seconds());
    }

    /** Returns the last value that was recorded before a row; NaN when there is none. */
    public double lastValue(int variable, int row) {
        return signals.lastValue(variable, row);
    }

    public double[] values(int variable) {
        return signals.values()[variable];
    }
}
