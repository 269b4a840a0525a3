/**
 * What a bed is called.
 *
 * <p>Decided here: which names are safe, and how a bed is called that nobody lists. Not decided here: which beds a unit has.
 */
@NullMarked
package org.vigie.schemas.bed;

import org.jspecify.annotations.NullMarked;
