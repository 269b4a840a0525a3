package org.vigie.bench.artefacts;

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
record SignalGrid(String source, boolean continuous, List<String> variables, long[] seconds, double[][] values) {
    SignalGrid {
        variables = List.copyOf(variables);
    }

    int rows() {
        return seconds.length;
    }

    double hours() {
        return rows() < 2 ? 0 : (seconds[rows() - 1] - seconds[0]) / 3_600.0;
    }

    /** Returns the place of a variable; -1 when the grid does not hold it. */
    int indexOf(String variable) {
        return variables.indexOf(variable);
    }

    /** Returns the places of all variables. */
    int[] places() {
        return IntStream.range(0, variables.size()).toArray();
    }

    double value(String variable, int row) {
        int index = indexOf(variable);
        return index < 0 ? Double.NaN : values[index][row];
    }

    boolean has(int variable, int row) {
        return !Double.isNaN(values[variable][row]);
    }

    /** Returns the last value that was recorded before a row; NaN when there is none. */
    double lastValue(int variable, int row) {
        int last = row - 1;
        while (last >= 0 && !has(variable, last)) {
            last--;
        }
        return last < 0 ? Double.NaN : values[variable][last];
    }

    /** Returns the same times with other values. */
    SignalGrid withValues(double[][] other) {
        return new SignalGrid(source, continuous, variables, seconds, other);
    }

    double[][] copiedValues() {
        double[][] copy = new double[values.length][];
        for (int variable = 0; variable < copy.length; variable++) {
            copy[variable] = values[variable].clone();
        }
        return copy;
    }
}
