package org.vigie.bench.artefacts;

import java.util.function.DoubleUnaryOperator;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.SeenRecording;
import org.vigie.signal.clean.retrospective.SignalGrid;

/** Holds a copy of a grid into which artefacts are planted, with their true places. */
final class DisturbedGrid {
    private final SignalGrid clean;
    private final double[][] values;
    private final long[] stamps;
    private final CellMarks altered;
    private final CellMarks undecided;
    private final CellMarks early;

    DisturbedGrid(SignalGrid clean) {
        this.clean = clean;
        values = clean.copiedValues();
        stamps = clean.seconds().clone();
        altered = CellMarks.none(clean);
        undecided = CellMarks.none(clean);
        early = CellMarks.none(clean);
        leaveOwnArtefactsUndecided();
    }

    /** Marks what the recording contains of itself and is no measurement: a detector that finds it is not wrong. */
    private void leaveOwnArtefactsUndecided() {
        for (int place : clean.places()) {
            PossibleValues possible = new PossibleValues(
                    VariableCatalogue.standard().get(clean.variables().get(place)));
            for (int row = 0; row < clean.rows(); row++) {
                if (clean.has(place, row) && !possible.contain(clean.values()[place][row])) {
                    undecided.mark(place, row);
                }
            }
        }
    }

    SignalGrid clean() {
        return clean;
    }

    /** Returns what a detector sees. */
    SeenRecording seen() {
        return new SeenRecording(clean.withValues(values), stamps);
    }

    CellMarks altered() {
        return altered;
    }

    /**
     * Returns true for a cell that counts for no detector, because the artefact is smaller than the noise, or because the recording itself
     * has no measurement there.
     */
    boolean isUndecided(int variable, int row) {
        return undecided.at(variable, row);
    }

    /** Returns true for a cell that does not count for a live detector, because the artefact has not lasted long enough yet. */
    boolean isEarly(int variable, int row) {
        return early.at(variable, row);
    }

    /** Replaces a recorded value and marks its cell. A missing value stays missing. */
    void alter(int variable, int row, DoubleUnaryOperator change) {
        if (variable >= 0 && clean.has(variable, row)) {
            values[variable][row] = change.applyAsDouble(clean.values()[variable][row]);
            altered.mark(variable, row);
        }
    }

    void leaveUndecided(int variable, int row) {
        if (variable >= 0) {
            undecided.mark(variable, row);
        }
    }

    void leaveEarly(int variable, int from, int until) {
        early.mark(variable, from, until);
    }

    /** Shifts the device's clock in some rows and marks all their cells. */
    void shiftClock(int from, int until, long bySeconds) {
        for (int row = from; row < until; row++) {
            stamps[row] += bySeconds;
            for (int variable = 0; variable < values.length; variable++) {
                alter(variable, row, value -> value);
            }
        }
    }
}
