/**
 * The hourly window of a stay: 48 hours x the 37 series of PhysioNet-2012.
 *
 * <p>Decided here: which hour a reading falls into and how the readings of an hour become one value. The same code windows the live
 * stream and the training data. Not decided here: what fills an empty cell; see {@code org.vigie.signal.impute}.
 */
@NullMarked
package org.vigie.signal.window;

import org.jspecify.annotations.NullMarked;
