package org.vigie.notifications.source;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.records.BedsideAlarmMapper;
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

    /** Names of the open alarms, the oldest first. */
    private final Set<String> open = new LinkedHashSet<>();

    /** Returns the notification; empty for a repetition, a watchdog and a test. */
    Optional<Alert> alert(BedsideAlarm alarm) {
        if (BedsideAlarmMapper.isNoAlarm(alarm)) {
            return Optional.empty();
        }
        String name = BedsideAlarmMapper.name(alarm);
        Optional<AlertStateRecord> transition = BedsideAlarmMapper.transition(alarm, open.contains(name));
        transition.ifPresent(each -> follow(name, each));
        return transition.map(each -> BedsideAlarmMapper.alert(alarm, each));
    }

    private void follow(String name, AlertStateRecord transition) {
        if (transition == AlertStateRecord.CLEARED) {
            open.remove(name);
        } else {
            open.add(name);
        }
        if (open.size() > MANY) {
            open.remove(open.iterator().next());
        }
    }
}
