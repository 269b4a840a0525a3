/**
 * Assesses how urgently a stay needs a physician, by NEWS2, the FRENCH vital-sign modulators and the predicted risk, with reasons.
 *
 * <p>Decided here: the level, and when a new level is published. Not decided here: who is notified; see {@code org.vigie.signal.alarm}. A
 * predicted risk never raises an alarm. The rules are data: {@code adult-icu.csv}.
 */
@NullMarked
package org.vigie.signal.triage;

import org.jspecify.annotations.NullMarked;
