/**
 * Reads visits from files.
 *
 * <p>Decided here: which cell is used. An implausible cell is left out and named; the visit still gets a level. Facts that are known only
 * after triage (the nurse's level, diagnosis, disposition, length of stay) are never read.
 */
package org.vigie.triage.training.visit;
