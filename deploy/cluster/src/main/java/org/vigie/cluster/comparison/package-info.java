/**
 * Compares the alarms of a cluster with those of the ward in one JVM on the same seed.
 *
 * <p>Decided here: when two alarms of two runs are the same one. Not decided here: how either ward is run.
 */
package org.vigie.cluster.comparison;
