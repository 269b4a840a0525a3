/**
 * What becomes of an alarm once it is raised: acknowledged, paused, shelved, escalated, latched, cleared; and what a command may do.
 *
 * <p>Decided here: every transition after the raising, in event time; a deadline takes effect at its own instant, whenever it is noticed.
 * Not decided here: when an alarm is raised or its condition over ({@code org.vigie.signal.alert}), nor how the ledger is written.
 */
@NullMarked
package org.vigie.signal.alarm.lifecycle;

import org.jspecify.annotations.NullMarked;
