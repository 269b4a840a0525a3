/**
 * Computes the ward as a pure function of its plan: for each bed, the records that are due between two instants.
 *
 * <p>Decided here: the stays on each bed, the time of each record, message ids and sequence numbers. There is no clock and no Kafka here.
 * The same plan and interval give the same records, which allows sending to continue after a restart.
 */
package org.vigie.simulator.ward;
