/**
 * How urgently a stay needs a physician: NEWS2, the FRENCH vital-sign modulators and the predicted risk, with reasons.
 *
 * <p>Decided here: the level and when a new one is worth saying. Not decided here: whom to call; see {@code org.vigie.signal.alert}. A
 * predicted risk never raises an alarm. Rules are data: {@code adult-icu.csv}.
 */
@NullMarked
package org.vigie.signal.triage;

import org.jspecify.annotations.NullMarked;
