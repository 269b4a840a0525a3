/**
 * Implements the step window: the hours of each stay are kept in keyed state, filled, and sent when they changed.
 *
 * <p>Decided here: when a window is sent, the hours of a stay before its admission is known, and when a stay is deleted. Not decided here:
 * to which hour a reading belongs, and the value of an empty cell; see {@code org.vigie.signal}.
 */
package org.vigie.risk.window;
