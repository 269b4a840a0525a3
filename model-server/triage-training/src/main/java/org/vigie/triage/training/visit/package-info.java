/**
 * What is known of a patient at the triage desk, and the files that tell it.
 *
 * <p>Decided here: which cell is believed. A cell that is not is left out and named; the visit still gets its level. What is only known
 * later (the nurse's level, diagnosis, disposition, length of stay) is never read.
 */
package org.vigie.triage.training.visit;
