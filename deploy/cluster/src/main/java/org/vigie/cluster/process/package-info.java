/**
 * Starts, signals and stops the processes of a cluster, and keeps their logs and process ids in one folder.
 *
 * <p>Not decided here: which processes there are and how each one is configured.
 */
package org.vigie.cluster.process;
