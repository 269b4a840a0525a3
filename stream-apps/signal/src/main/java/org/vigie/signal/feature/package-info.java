/**
 * Computes features of the values of one variable: numbers that describe a series of any length, measured at irregular times. Decided here:
 * the formula of each feature. Not decided here: which values are in the series ({@code org.vigie.signal.clean}) and which features a model uses.
 */
@NullMarked
package org.vigie.signal.feature;

import org.jspecify.annotations.NullMarked;
