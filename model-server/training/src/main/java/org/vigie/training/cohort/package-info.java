/**
 * Reads recorded stays into the catalogue's variables and units, robust to what the recordings get wrong: every row that is dropped is
 * counted under its reason. Not decided here: who died; see {@code label}.
 */
package org.vigie.training.cohort;
