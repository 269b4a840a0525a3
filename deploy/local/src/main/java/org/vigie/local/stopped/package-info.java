/**
 * Runs a broker on the records of a stopped ward, for a replay.
 *
 * <p>Decided here: which files of the ward are shared and which are copied. Not decided here: what is replayed.
 */
package org.vigie.local.stopped;
