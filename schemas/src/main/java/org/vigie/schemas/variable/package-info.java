/**
 * Defines the variable catalogue: which quantities exist, in which unit and within which limits.
 *
 * <p>Decided here: names, units, conversions, ranges, default alarm limits and the 37 series of PhysioNet-2012. Not decided here: what is
 * done with a value outside its range; see {@code org.vigie.signal}.
 */
@NullMarked
package org.vigie.schemas.variable;

import org.jspecify.annotations.NullMarked;
