/**
 * Asks the imputer of the model server for estimates of hours without a measurement.
 *
 * <p>Decided here: how long a window waits, and that it goes on with its last values when no estimates come. Not decided here: the estimates.
 */
package org.vigie.risk.impute;
