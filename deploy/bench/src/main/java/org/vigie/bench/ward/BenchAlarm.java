package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Holds one alarm that a nurse receives.
 *
 * @param conditions what it is about; see {@link AlarmCondition}
 * @param technical about the equipment
 * @param high priority; an alarm that becomes high counts again
 * @param at event time
 * @param again raised within two minutes of the end of the same alarm
 */
record BenchAlarm(
        String bed, String rule, Set<String> conditions, boolean technical, boolean high, Instant at, boolean again) {
    /** An alarm that returns within this time of its end chatters. */
    static final Duration CHATTER = Duration.ofMinutes(2);

    BenchAlarm {
        conditions = Set.copyOf(conditions);
    }

    boolean isAbout(String condition) {
        return conditions.contains(condition);
    }
}
