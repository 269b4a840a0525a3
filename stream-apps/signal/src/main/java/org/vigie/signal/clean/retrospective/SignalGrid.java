package org.vigie.signal.clean.retrospective;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds the values of one stay at common times, as a monitor or a chart shows them.
 *
 * @param source name of the data set
 * @param continuous true for one row a second, false for a chart
 * @param variables names in the catalogue
 * @param seconds time of each row since the first instant
 * @param values values in the catalogue's unit by variable and row; NaN where none was recorded
 */
public record SignalGrid(String source, boolean continuous, List<String> variables, long[] seconds, double[][] values) {
    public SignalGrid {
        variables = List.copyOf(variables);
    }

    public int rows() {
        return seconds.length;
    }

    public double hours() {
        return rows() < 2 ? 0 : (seconds[rows() - 1] - seconds[0]) / 3_600.0;
    }

    /** Returns the place of a variable; -1 when the grid does not hold it. */
    public int indexOf(String variable) {
        return variables.indexOf(variable);
    }

    /** Returns the places of variables; -1 for a variable that the grid does not hold. */
    public int[] placesOf(List<String> some) {
        return some.stream().mapToInt(this::indexOf).toArray();
    }

    /** Returns the places of all variables. */
    public int[] places() {
        return IntStream.range(0, variables.size()).toArray();
    }

    public double value(String variable, int row) {
        int index = indexOf(variable);
        return index < 0 ? Double.NaN : values[index][row];
    }

    public boolean has(int variable, int row) {
        return !Double.isNaN(values[variable][row]);
    }

    /** Returns the last value that was recorded before a row; NaN when there is none. */
    public double lastValue(int variable, int row) {
        int last = row - 1;
        while (last >= 0 && !has(variable, last)) {
            last--;
        }
        return last < 0 ? Double.NaN : values[variable][last];
    }

    /** Returns the same times with other values. */
    public SignalGrid withValues(double[][] other) {
        return new SignalGrid(source, continuous, variables, seconds, other);
    }

    public double[][] copiedValues() {
        double[][] copy = new double[values.length][];
        for (int variable = 0; variable < copy.length; variable++) {
            copy[variable] = values[variable].clone();
        }
        return copy;
    }
}
