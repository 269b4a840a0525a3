/**
 * Implements vitals-streams: it assigns every raw reading to a stay and decides whether the reading is plausible.
 *
 * <p>Decided here: the order of the steps, the state that keeps verdicts across a crash, and how verdicts are written. Not decided here:
 * any rule; see {@code org.vigie.signal.identify} and {@code org.vigie.signal.clean}.
 */
package org.vigie.vitals;
