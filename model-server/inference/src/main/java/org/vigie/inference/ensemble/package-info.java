/**
 * Assesses windows with all parts of a model: a calibrated probability with its interval, a survival curve, contributions, or abstention.
 *
 * <p>Decided here: the calibration of the curve, the most helpful series, and the cells of each feature. Not decided here: weights,
 * calibration, interval and floor, which stand in the card.
 */
package org.vigie.inference.ensemble;
