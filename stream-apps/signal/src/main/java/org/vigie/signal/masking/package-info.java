/**
 * Masks what names a patient in free text: names, birth dates, national numbers, telephone numbers, addresses. French first.
 *
 * <p>Decided here: what is masked, and which words and numbers of a ward never are. Not decided here: which texts pass this step.
 */
@NullMarked
package org.vigie.signal.masking;

import org.jspecify.annotations.NullMarked;
