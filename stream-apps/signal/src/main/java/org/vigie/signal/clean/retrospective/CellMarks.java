package org.vigie.signal.clean.retrospective;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Marks cells of a grid, by variable and row. */
public record CellMarks(boolean[][] marked) {
    public static CellMarks none(SignalGrid grid) {
        return new CellMarks(new boolean[grid.variables().size()][grid.rows()]);
    }

    public boolean at(int variable, int row) {
        return marked[variable][row];
    }

    public void mark(int variable, int row) {
        marked[variable][row] = true;
    }

    /** Marks the rows from {@code from} (inclusive) to {@code until} (exclusive). */
    public void mark(int variable, int from, int until) {
        Arrays.fill(marked[variable], from, until, true);
    }

    /** Marks the rows of several variables; a variable with the index -1 is left out. */
    public void markAll(int[] variables, int from, int until) {
        IntStream.of(variables).filter(variable -> variable >= 0).forEach(variable -> mark(variable, from, until));
    }
}
