/**
 * Trains the trees and chooses their settings.
 *
 * <p>Decided here: settings, cuts and probabilities, each from scores of visits that the trees did not learn from. Not decided here: the
 * features of a visit; see {@code org.vigie.triage.feature}.
 */
package org.vigie.triage.training.learn;
