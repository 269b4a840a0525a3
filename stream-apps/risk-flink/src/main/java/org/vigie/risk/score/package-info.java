/**
 * score: the model server is asked about each window, and every window gets an answer: a probability, or why there is none.
 *
 * <p>Decided here: how long to wait, how often to ask again, when to stop asking. Not decided here: how a model is asked; see
 * {@code org.vigie.model}.
 */
package org.vigie.risk.score;
