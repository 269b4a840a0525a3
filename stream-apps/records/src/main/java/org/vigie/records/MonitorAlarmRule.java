package org.vigie.records;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;

/**
 * Decides which message of a monitor begins an alarm, changes it, ends it or only repeats it. The ledger, the calls and the station's
 * page use this rule, so that they agree.
 *
 * @param silence a message that may be a repetition begins another alarm when the open one was not reported for longer than this. It must
 *     be longer than the interval at which monitors repeat their alarms
 */
public record MonitorAlarmRule(Duration silence) {
    private static final String START = "start";
    /** Phase of an event without duration, so that each message is another event. */
    private static final String INSTANT = "tpoint";

    /** Longer than the interval of monitors that repeat an open alarm. Many do it every minute. */
    private static final Duration STANDARD = Duration.ofMinutes(10);

    public MonitorAlarmRule {
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("watch.monitorSilence: must be positive, was " + silence);
        }
    }

    /** Returns the rule for monitors that repeat an open alarm at least every ten minutes. */
    public static MonitorAlarmRule standard() {
        return new MonitorAlarmRule(STANDARD);
    }

    /**
     * Returns the transitions that a message reports, in their order: none when it only repeats what is known, and the end of the open alarm
     * before the new one when the message begins another alarm of the same name. The end of the open one was lost then.
     *
     * @param openOrNull the open alarm of this name before the message; null when there is none
     */
    public List<AlertStateRecord> transitions(BedsideAlarm alarm, @Nullable OpenMonitorAlarm openOrNull) {
        if (BedsideAlarmMapper.isOver(alarm)) {
            return openOrNull == null ? List.of() : List.of(AlertStateRecord.CLEARED);
        }
        if (openOrNull == null) {
            return List.of(AlertStateRecord.RAISED);
        }
        return isAnother(alarm, openOrNull.begunAt(), openOrNull.reportedAt())
                ? List.of(AlertStateRecord.CLEARED, AlertStateRecord.RAISED)
                : change(alarm, openOrNull.priority()).stream().toList();
    }

    /**
     * Returns true for a message that begins another alarm than the open one of its name, whose end was lost or is never sent.
     *
     * @param begunAt the open alarm's {@link BedsideAlarmMapper#begunAt}
     * @param reportedAt when the gateway received the last message about the open alarm
     */
    public boolean isAnother(BedsideAlarm alarm, Instant begunAt, Instant reportedAt) {
        return !BedsideAlarmMapper.isOver(alarm) && (isBegunAfter(alarm, begunAt) || isAfterSilence(alarm, reportedAt));
    }

    /** Returns true for a message about the start of an alarm, or about an event without duration, later than an earlier alarm's start. */
    private static boolean isBegunAfter(BedsideAlarm alarm, Instant earlier) {
        boolean isTimed = isStart(alarm) && alarm.getRaisedAt() != null;
        return (isTimed || alarm.getPhase().equalsIgnoreCase(INSTANT))
                && BedsideAlarmMapper.begunAt(alarm).isAfter(earlier);
    }

    /** Returns true after a silence, when the message does not say whether the alarm begins or goes on. */
    private boolean isAfterSilence(BedsideAlarm alarm, Instant reportedAt) {
        boolean isUndecided = alarm.getPhase().isBlank() || (isStart(alarm) && alarm.getRaisedAt() == null);
        return isUndecided && alarm.getReceivedTime().isAfter(reportedAt.plus(silence));
    }

    private static boolean isStart(BedsideAlarm alarm) {
        return alarm.getPhase().equalsIgnoreCase(START);
    }

    /** Returns how an open alarm changes. Some monitors send another priority and do not name the phase. */
    private static Optional<AlertStateRecord> change(BedsideAlarm alarm, AlarmPriorityRecord known) {
        if (alarm.getPhase().equalsIgnoreCase("escalate")) {
            return Optional.of(AlertStateRecord.UPGRADED);
        }
        int rise = BedsideAlarmMapper.sentPriority(alarm).map(known::compareTo).orElse(0);
        if (rise == 0) {
            return Optional.empty();
        }
        return Optional.of(rise > 0 ? AlertStateRecord.UPGRADED : AlertStateRecord.DOWNGRADED);
    }
}
