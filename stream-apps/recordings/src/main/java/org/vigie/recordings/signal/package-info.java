/**
 * Turns sampled signals into rows. Decided here: which signals are waveforms and are not played. Not decided here: how a file holds its
 * samples.
 */
package org.vigie.recordings.signal;
