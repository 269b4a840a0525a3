package org.vigie.analytics;

import java.time.Instant;

/**
 * Describes an alarm flood of one unit.
 *
 * @param from the alarm that started it
 * @param to its end, or the end of the period
 */
public record AlarmFlood(String unit, Instant from, Instant to, int alarms) {}
