/**
 * Implements the step score: it requests a score for each window. Every window gets a result, which is a probability or the reason for its
 * absence.
 *
 * <p>Decided here: time limits, retries, and when requests stop. Not decided here: the protocol of the model server; see {@code
 * org.vigie.model}.
 */
package org.vigie.risk.score;
