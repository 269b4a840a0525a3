/**
 * Trees that learn a level's number, the cuts that make levels of their scores again, and honest measuring of both.
 *
 * <p>Decided here: settings, cuts and probabilities, each from scores of visits that the trees did not see. Not decided here: what a visit
 * is made of; see {@code org.vigie.triage.feature}.
 */
package org.vigie.triage.training.learn;
