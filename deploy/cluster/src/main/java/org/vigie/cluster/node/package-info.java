/**
 * Runs one part of the infrastructure as a process: a broker of a quorum, the schema registry, or the store.
 *
 * <p>Decided here: the settings of three brokers that replicate to each other. Not decided here: which topics there are.
 */
package org.vigie.cluster.node;
