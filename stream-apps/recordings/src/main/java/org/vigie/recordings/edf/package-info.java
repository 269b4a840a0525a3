/**
 * Reads EDF, EDF+ and BDF. Decided here: which signals have a calibration and which data records are whole. Not decided here: which
 * signals are played; {@link org.vigie.recordings.signal} does that.
 */
package org.vigie.recordings.edf;
