/**
 * Compares a model's results on stays of other units with the results on its card: calibration by unit, and the variables that go with errors.
 *
 * <p>Not decided here: the metrics; see {@code org.vigie.evaluation}.
 */
package org.vigie.training.external;
