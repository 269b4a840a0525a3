/**
 * Measures how good predictions are: ranking, calibration, decisions, and the intervals of each measure.
 *
 * <p>Decided here: formulas and their sources. This package knows arrays of predictions and outcomes only; it knows no stay, no visit and no
 * model.
 */
package org.vigie.evaluation;
