package org.vigie.station.alarm.limit;

import org.vigie.signal.alarm.AlarmPriority;

/**
 * Shows the alarm limit that a value violates, from its first sample on: before the alarm is raised, while it is open, and when none
 * follows.
 *
 * @param side {@code BELOW} or {@code ABOVE}
 * @param priority of the alarm that the violation raises once it has lasted long enough
 * @param limit in the catalogue's unit
 * @param own true when a user set the limit for this patient
 */
public record LimitViolationSnapshot(String side, AlarmPriority priority, double limit, boolean own) {}
