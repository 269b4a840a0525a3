/**
 * Defines texts that a clinician reads in French and in English.
 *
 * <p>Decided here: how a text in two languages is carried and joined. Not decided here: what the text says.
 */
@NullMarked
package org.vigie.signal.text;

import org.jspecify.annotations.NullMarked;
