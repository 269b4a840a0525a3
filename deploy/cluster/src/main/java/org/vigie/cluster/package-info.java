/**
 * Runs the whole ward as separate processes on one machine: {@code ./vigie cluster}.
 *
 * <p>Decided here: which processes there are, their ports, their memory and their configuration. Not decided here: what each app does.
 */
package org.vigie.cluster;
