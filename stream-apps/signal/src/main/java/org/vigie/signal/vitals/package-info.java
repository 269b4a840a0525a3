/**
 * Holds the current value of each vital sign of a stay.
 *
 * <p>Decided here: which value is the newest, and how long it is fresh. The scores are computed in {@code org.vigie.signal.earlywarning}.
 */
@NullMarked
package org.vigie.signal.vitals;

import org.jspecify.annotations.NullMarked;
