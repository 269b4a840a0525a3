package org.vigie.replay.compare;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Names one hour of one stay in one kind of record.
 *
 * @param hour its start
 */
record StayHour(String kind, String stay, Instant hour) {
    static StayHour of(String kind, String stay, Instant time) {
        return new StayHour(kind, stay, time.truncatedTo(ChronoUnit.HOURS));
    }
}
