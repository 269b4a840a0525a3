/**
 * Computes the features that boosted trees read from a window, with the same code in training and live.
 *
 * <p>Decided here: the features. Not decided here: the content of a window; see {@code signal}.
 */
package org.vigie.inference.feature;
