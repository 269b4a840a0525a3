package org.vigie.notifications.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;

/**
 * Maps the monitors' own alarms to notifications, marked as the monitor's.
 *
 * <p>No alarm is left out because of its priority or its kind. A message that only repeats an alarm that was notified is left out, and so are
 * watchdog and test messages. One thread uses it.
 */
final class MonitorAlarmMapper {
    private static final int MANY = 10_000;

    /** Priorities of the open alarms by their names, the oldest first. */
    private final Map<String, AlarmPriorityRecord> open = new LinkedHashMap<>();

    /** Returns the notification; empty for a repetition, a watchdog and a test. */
    Optional<Alert> alert(BedsideAlarm alarm) {
        if (BedsideAlarmMapper.isNoAlarm(alarm)) {
            return Optional.empty();
        }
        String name = BedsideAlarmMapper.name(alarm);
        Optional<AlertStateRecord> transition = BedsideAlarmMapper.transition(alarm, open.get(name));
        transition.ifPresent(each -> follow(name, BedsideAlarmMapper.priority(alarm), each));
        return transition.map(each -> BedsideAlarmMapper.alert(alarm, each));
    }

    private void follow(String name, AlarmPriorityRecord priority, AlertStateRecord transition) {
        if (transition == AlertStateRecord.CLEARED) {
            open.remove(name);
        } else {
            open.put(name, priority);
        }
        if (open.size() > MANY) {
            open.remove(open.keySet().iterator().next());
        }
    }
}
