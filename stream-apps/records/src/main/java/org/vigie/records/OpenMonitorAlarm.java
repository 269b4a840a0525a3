package org.vigie.records;

import java.time.Instant;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;

/**
 * Holds an alarm of a monitor whose end was not reported yet.
 *
 * @param begunAt when it began by the monitor's clock, which may run ahead; when it was received, if the monitor did not say it
 * @param changedAt when the message about its last transition was received
 * @param reportedAt when the last message about it was received
 */
public record OpenMonitorAlarm(AlarmPriorityRecord priority, Instant begunAt, Instant changedAt, Instant reportedAt) {
    /** Returns the alarm that a message raises. */
    public static OpenMonitorAlarm raised(BedsideAlarm alarm) {
        Instant received = alarm.getReceivedTime();
        return new OpenMonitorAlarm(
                BedsideAlarmMapper.priority(alarm), BedsideAlarmMapper.begunAt(alarm), received, received);
    }

    /** Returns the alarm after a message about it, which made a transition other than its end. */
    public OpenMonitorAlarm after(BedsideAlarm alarm, AlertStateRecord transition) {
        OpenMonitorAlarm anew = raised(alarm);
        return transition == AlertStateRecord.RAISED
                ? anew
                : new OpenMonitorAlarm(anew.priority, begunAt, anew.changedAt, anew.reportedAt);
    }

    /**
     * Returns true when the alarm is that of the patient who left, so that it ends with the next message of the bed.
     *
     * @param turnover when a patient left the bed last
     */
    public boolean isOfFormerPatient(Instant turnover) {
        return changedAt.isBefore(turnover);
    }

    /** Returns the alarm after a message that repeats it. A message that is read again after a crash is no later report. */
    public OpenMonitorAlarm repeated(BedsideAlarm alarm) {
        Instant received = alarm.getReceivedTime();
        return new OpenMonitorAlarm(priority, begunAt, changedAt, received.isAfter(reportedAt) ? received : reportedAt);
    }
}
