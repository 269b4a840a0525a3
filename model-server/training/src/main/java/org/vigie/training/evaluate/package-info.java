/**
 * How good predictions are: ranking (AUROC, AUPRC), probability (Brier, ECE, Hosmer-Lemeshow), decision (event 1, confusion), by hours of the
 * stay seen and by subgroup, with bootstrap intervals. Not decided here: how it is shown; see {@code report}.
 */
package org.vigie.training.evaluate;
