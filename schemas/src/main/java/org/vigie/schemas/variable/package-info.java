/**
 * The variable catalogue: what can be measured, in which unit, within which limits.
 *
 * <p>Decided here: names, units, conversions, ranges, alarm defaults, the 37 series of PhysioNet-2012. Not decided here: what is
 * done with a value that lies outside; see {@code org.vigie.signal}.
 */
@NullMarked
package org.vigie.schemas.variable;

import org.jspecify.annotations.NullMarked;
