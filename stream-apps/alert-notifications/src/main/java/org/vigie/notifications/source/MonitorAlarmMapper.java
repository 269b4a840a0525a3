package org.vigie.notifications.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.records.OpenMonitorAlarm;
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

    private final MonitorAlarmRule rule;
    /** Open alarms by their names, the oldest first. */
    private final Map<String, OpenMonitorAlarm> open = new LinkedHashMap<>();

    /** @param rule decides which message is a transition */
    MonitorAlarmMapper(MonitorAlarmRule rule) {
        this.rule = rule;
    }

    /** Returns the notification; empty for a repetition, a watchdog and a test. */
    Optional<Alert> alert(BedsideAlarm alarm) {
        if (BedsideAlarmMapper.isNoAlarm(alarm)) {
            return Optional.empty();
        }
        String name = BedsideAlarmMapper.name(alarm);
        Optional<AlertStateRecord> transition = last(rule.transitions(alarm, open.get(name)));
        transition.ifPresentOrElse(
                each -> follow(name, alarm, each),
                () -> open.computeIfPresent(name, (same, known) -> known.repeated(alarm)));
        return transition.map(each -> BedsideAlarmMapper.alert(alarm, each));
    }

    /** Returns the last transition: a new alarm takes the place of the one of its name whose end was lost. */
    private static Optional<AlertStateRecord> last(List<AlertStateRecord> transitions) {
        return transitions.isEmpty() ? Optional.empty() : Optional.of(transitions.get(transitions.size() - 1));
    }

    private void follow(String name, BedsideAlarm alarm, AlertStateRecord transition) {
        OpenMonitorAlarm before = isEnd(transition) ? open.remove(name) : open.get(name);
        if (transition != AlertStateRecord.CLEARED) {
            open.put(name, before == null ? OpenMonitorAlarm.raised(alarm) : before.after(alarm, transition));
        }
        if (open.size() > MANY) {
            open.remove(open.keySet().iterator().next());
        }
    }

    /** Returns true for the end of an alarm, or for a new one that ends the one before. */
    private static boolean isEnd(AlertStateRecord transition) {
        return transition == AlertStateRecord.CLEARED || transition == AlertStateRecord.RAISED;
    }
}
