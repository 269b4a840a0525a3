/**
 * window: the hours of each stay, kept in keyed state, filled and sent when they changed.
 *
 * <p>Decided here: when a window is sent, what a stay is before its admission is known, when a stay is forgotten. Not decided here: which
 * hour a reading falls into and what fills an empty cell; see {@code org.vigie.signal}.
 */
package org.vigie.risk.window;
