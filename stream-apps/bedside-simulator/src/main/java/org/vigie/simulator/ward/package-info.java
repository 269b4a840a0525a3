/**
 * The ward as a pure function of its plan: for each bed, which records are due between two instants.
 *
 * <p>Decided here: who lies where, what is sent when, message ids and sequences. No clock, no Kafka: the same plan and the same
 * interval give the same records, which is how a feed goes on after a restart.
 */
package org.vigie.simulator.ward;
