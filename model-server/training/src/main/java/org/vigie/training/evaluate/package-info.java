/** How good predictions are: ranking (AUROC, AUPRC) and probability (Brier, ECE), by hours of the stay seen. */
package org.vigie.training.evaluate;
