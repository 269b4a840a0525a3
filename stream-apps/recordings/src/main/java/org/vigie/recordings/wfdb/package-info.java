/**
 * Reads WFDB records and annotations, after header(5), signal(5) and annot(5) of PhysioNet. Decided here: calibration, segments and gaps.
 * Not decided here: which signals are played.
 */
package org.vigie.recordings.wfdb;
