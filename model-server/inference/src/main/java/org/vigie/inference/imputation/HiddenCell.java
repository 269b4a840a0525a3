package org.vigie.inference.imputation;

/**
 * Holds one measured cell that is hidden from an imputer, with its true value.
 *
 * @param cell place in the {@link ImputationGrid}
 * @param value in the unit of the catalogue
 */
public record HiddenCell(int stay, int cell, double value) {
    /** Returns the column of the cell. */
    public int column() {
        return cell % ImputationGrid.COLUMNS;
    }
}
