/**
 * Selects the real recordings that a ward plays.
 *
 * <p>Not decided here: how a file is read, see {@code org.vigie.recordings}; when a row is played, see {@code org.vigie.simulator.ward}.
 */
package org.vigie.simulator.recording;
