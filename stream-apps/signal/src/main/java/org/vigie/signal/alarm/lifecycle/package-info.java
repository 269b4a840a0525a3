/**
 * Controls a raised alarm until its end: acknowledged, paused, shelved, escalated, latched, cleared. Also decides which commands are
 * allowed.
 *
 * <p>Decided here: every transition after the raising, in event time. A deadline takes effect at its own instant, even when it is processed
 * later. Not decided here: when an alarm is raised or its condition ends ({@code org.vigie.signal.alarm.detect}), and how the ledger is
 * written.
 */
@NullMarked
package org.vigie.signal.alarm.lifecycle;

import org.jspecify.annotations.NullMarked;
