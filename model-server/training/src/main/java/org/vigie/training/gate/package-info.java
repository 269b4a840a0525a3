/** The gate: thresholds that a model must reach before export. */
package org.vigie.training.gate;
