/**
 * Reads recorded stays into the variables and units of the catalogue. Each dropped row is counted under its reason.
 *
 * <p>Not decided here: who died; see {@code label}.
 */
package org.vigie.training.cohort;
