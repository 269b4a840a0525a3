/**
 * Runs a Flink session cluster as processes on loopback and submits the job to it over REST.
 *
 * <p>Decided here: addresses, memory and state backend of the cluster, and from which checkpoint the job goes on. Not decided here: what
 * the job does; see {@code org.vigie.risk}.
 */
package org.vigie.cluster.flink;
