/**
 * Estimates the hours without a measurement with a network that reads the other hours, with an interval for each.
 *
 * <p>Decided here: the inputs of the network and their scaling, the same for training and for the server. Not decided here: its weights, and
 * which windows are imputed.
 */
package org.vigie.inference.imputation;
