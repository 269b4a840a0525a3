/** Turns what a network says into a probability, fitted on stays it did not learn from. */
package org.vigie.training.calibrate;
