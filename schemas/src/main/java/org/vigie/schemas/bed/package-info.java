/**
 * Defines the names of beds.
 *
 * <p>Decided here: which names are safe, and the name of a bed that no unit lists. Not decided here: which beds a unit has.
 */
@NullMarked
package org.vigie.schemas.bed;

import org.jspecify.annotations.NullMarked;
