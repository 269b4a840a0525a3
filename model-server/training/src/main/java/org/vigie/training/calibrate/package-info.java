/** Calibrates an ensemble on stays that it did not learn from. */
package org.vigie.training.calibrate;
