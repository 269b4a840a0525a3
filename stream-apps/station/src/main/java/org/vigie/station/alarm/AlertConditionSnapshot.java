package org.vigie.station.alarm;

import java.time.Instant;
import org.vigie.schemas.AlertCondition;

/**
 * Shows what was done about an open alarm. Times are in epoch ms.
 *
 * @param version a command names it, so that a command for an earlier state of the alarm is refused
 * @param acknowledgedBy absent until somebody does; other components are absent while they do not apply
 * @param escalatedTo role that was notified last
 * @param latched its condition is over, it stays until it is reset
 */
public record AlertConditionSnapshot(
        long version,
        String acknowledgedBy,
        Long acknowledgedAt,
        Long audioPausedUntil,
        Long shelvedUntil,
        String escalatedTo,
        boolean latched) {

    /** @param condition null in records of version 0.1.0 and of alarms that are over */
    static AlertConditionSnapshot of(AlertCondition condition) {
        return condition == null
                ? null
                : new AlertConditionSnapshot(
                        condition.getVersion(),
                        condition.getAcknowledgedBy(),
                        millis(condition.getAcknowledgedAt()),
                        millis(condition.getAudioPausedUntil()),
                        millis(condition.getShelvedUntil()),
                        condition.getEscalatedTo().isEmpty() ? null : condition.getEscalatedTo(),
                        condition.getLatched());
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
