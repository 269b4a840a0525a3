/**
 * Builds the hourly window of a stay: 48 hours x the 37 series of PhysioNet-2012.
 *
 * <p>Decided here: to which hour a reading belongs, and how the readings of an hour become one value. The same code builds the windows of
 * the live stream and of the training data. Not decided here: the value of an empty cell; see {@code org.vigie.signal.impute}.
 */
@NullMarked
package org.vigie.signal.window;

import org.jspecify.annotations.NullMarked;
