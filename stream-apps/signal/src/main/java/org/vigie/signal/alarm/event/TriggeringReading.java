package org.vigie.signal.alarm.event;

import java.time.Instant;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * Holds a reading that caused an event of an alarm.
 *
 * @param value value in the catalogue's unit
 * @param at event time
 * @param place position in the raw topic
 */
public record TriggeringReading(String variable, double value, Instant at, ReadingPosition place) {}
