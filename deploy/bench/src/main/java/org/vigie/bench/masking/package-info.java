/**
 * Judges the masking of free text on texts whose identifiers are marked.
 *
 * <p>Decided here: what counts as found, as masked wrongly and as a lost value. Not decided here: what is masked.
 */
package org.vigie.bench.masking;
