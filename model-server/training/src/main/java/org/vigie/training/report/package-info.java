/**
 * Writes evaluations as files: JSON for programs, and one HTML page with its drawings for people.
 *
 * <p>Decided here: which numbers are shown and how they are written. Nothing is computed here that is not in the evaluation.
 */
package org.vigie.training.report;
