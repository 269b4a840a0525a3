package org.vigie.model.protocol;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.signal.impute.CellOrigin;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowEstimates.ImputerIdentity;
import org.vigie.signal.window.HourlyGrid;

/**
 * Maps a window to the inputs of an imputer, and its outputs to estimates. All tensors are [1, 48, 37]. An output holds a number for every
 * cell; {@value #ESTIMATED} is 1 where it is an estimate.
 *
 * @param window only its measured cells are used
 */
public record ImputationTensors(FilledWindow window) {
    public static final String VALUES = "values";
    public static final String MEASURED = "measured";
    public static final String MEDIAN = "median";
    public static final String LOW = "low";
    public static final String HIGH = "high";
    public static final String ESTIMATED = "estimated";

    private static final long[] SHAPE = {1, HourlyGrid.HOURS, HourlyGrid.SERIES};

    /** Returns the values with 0 in each cell that was not measured, and the mask of the measured cells. */
    public List<FloatTensor> inputs() {
        float[] measured = new float[window.values().length];
        float[] values = new float[measured.length];
        for (int cell = 0; cell < measured.length; cell++) {
            if (window.cells()[cell] == CellOrigin.MEASURED) {
                measured[cell] = 1;
                values[cell] = window.values()[cell];
            }
        }
        return List.of(
                new FloatTensor(VALUES, SHAPE.clone(), values), new FloatTensor(MEASURED, SHAPE.clone(), measured));
    }

    /**
     * Returns the estimates of a response.
     *
     * @throws IllegalArgumentException when an output is missing or an estimate lies outside its interval
     */
    public static WindowEstimates estimates(InferResponse response) {
        float[] estimated = response.output(ESTIMATED).data();
        int[] cells = IntStream.range(0, estimated.length)
                .filter(cell -> estimated[cell] > 0)
                .toArray();
        return new WindowEstimates(
                new ImputerIdentity(response.model(), response.version(), response.digest()),
                cells,
                picked(response.output(MEDIAN), cells),
                picked(response.output(LOW), cells),
                picked(response.output(HIGH), cells));
    }

    private static float[] picked(FloatTensor tensor, int... cells) {
        float[] numbers = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = tensor.data()[cells[i]];
        }
        return numbers;
    }
}
