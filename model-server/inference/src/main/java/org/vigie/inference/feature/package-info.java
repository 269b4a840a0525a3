/**
 * A window as the numbers that boosted trees read, by the same code in training and live. Decided here: which numbers. Not decided here: what
 * a window holds; see {@code signal}.
 */
package org.vigie.inference.feature;
