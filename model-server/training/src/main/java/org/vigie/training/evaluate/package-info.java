/**
 * Evaluates survival predictions by hours of the stay seen and by subgroup: ranking, calibration and decisions, with bootstrap intervals;
 * course and disturbed inputs.
 *
 * <p>Not decided here: the metrics, see {@code org.vigie.evaluation}; and how results are shown, see {@code report}.
 */
package org.vigie.training.evaluate;
