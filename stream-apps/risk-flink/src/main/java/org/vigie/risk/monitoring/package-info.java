/**
 * Serves the metrics and the health of each process of a Flink cluster as every process of Vigie does.
 *
 * <p>Decided here: which of Flink's metrics are served, under which names. Not decided here: the address, which the configuration of the
 * Flink process names.
 */
package org.vigie.risk.monitoring;
