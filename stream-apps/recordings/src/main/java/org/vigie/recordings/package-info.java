/**
 * Recordings as files, read into rows: BIDMC, PhysioNet-2012 and -2019, MIMIC-IV's MEDS events, WFDB, EDF, any CSV with a mapping.
 *
 * <p>Values come as recorded, in their own unit, the implausible ones too: to judge them is what cleaning is for. Not decided here:
 * how they become beds of a simulated ward; see {@code org.vigie.simulator}.
 */
package org.vigie.recordings;
