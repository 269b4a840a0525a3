/**
 * Real recordings as they were published, read into rows: BIDMC numerics, PhysioNet-2012 stays, the MIMIC-IV demo's ICU stays.
 *
 * <p>Values come as recorded, in their own unit, the implausible ones too: to judge them is what cleaning is for. Not decided here:
 * when a row is played; see {@code org.vigie.simulator.ward}.
 */
package org.vigie.simulator.recording;
