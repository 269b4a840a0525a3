/**
 * Asks all parts of a model about a window and says one thing: a calibrated probability with its interval, a survival curve, what each input
 * adds, or that too little was measured. Decided here: the curve's calibration, what would help most, where a tree's contribution lies. Not
 * decided here: weights, calibration, interval and floor; they stand in the card.
 */
package org.vigie.inference.ensemble;
