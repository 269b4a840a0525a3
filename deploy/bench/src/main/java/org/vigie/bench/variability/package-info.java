/**
 * Fits the variability of simulated patients to real recordings and compares the two.
 *
 * <p>Decided here: how each number of {@code variability.csv} follows from the recordings. Not decided here: how a patient is computed from
 * the numbers; see {@code org.vigie.simulator.patient}.
 */
package org.vigie.bench.variability;
