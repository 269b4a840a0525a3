package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.vigie.schemas.AlarmPriorityRecord;

/**
 * Holds one alarm that a nurse receives.
 *
 * @param conditions what it is about; see {@link AlarmCondition}
 * @param technical about the equipment
 * @param priority of the call, or of the alarm; an alarm that becomes high counts again
 * @param at event time
 * @param again raised within two minutes of the end of the same alarm
 * @param reason why it calls, as the ledger names it; {@link #ALARM} for an alarm that belongs to no incident
 */
record BenchAlarm(
        String bed,
        String rule,
        Set<String> conditions,
        boolean technical,
        AlarmPriorityRecord priority,
        Instant at,
        boolean again,
        String reason) {
    static final String ALARM = "ALARM";
    /** An alarm that returns within this time of its end chatters. */
    static final Duration CHATTER = Duration.ofMinutes(2);

    BenchAlarm {
        conditions = Set.copyOf(conditions);
    }

    /** Creates an alarm that belongs to no incident: of high priority, or of medium. */
    BenchAlarm(
            String bed,
            String rule,
            Set<String> conditions,
            boolean technical,
            boolean high,
            Instant at,
            boolean again) {
        this(
                bed,
                rule,
                conditions,
                technical,
                high ? AlarmPriorityRecord.HIGH : AlarmPriorityRecord.MEDIUM,
                at,
                again,
                ALARM);
    }

    BenchAlarm at(Instant other) {
        return new BenchAlarm(bed, rule, conditions, technical, priority, other, again, reason);
    }

    boolean high() {
        return priority == AlarmPriorityRecord.HIGH;
    }

    BenchAlarm because(String why) {
        return new BenchAlarm(bed, rule, conditions, technical, priority, at, again, why);
    }

    boolean isAbout(String condition) {
        return conditions.contains(condition);
    }
}
