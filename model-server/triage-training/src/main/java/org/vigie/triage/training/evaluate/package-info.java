/**
 * Measures how well predicted levels agree with the experts' levels, with intervals.
 *
 * <p>Decided here: the metrics of triage. Not decided here: the visits; each prediction comes from trees that did not learn from its visit.
 */
package org.vigie.triage.training.evaluate;
