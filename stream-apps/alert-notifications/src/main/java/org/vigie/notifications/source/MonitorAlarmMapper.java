package org.vigie.notifications.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.records.BedTurnovers;
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
 * watchdog and test messages. The alarms of a patient who left the bed end with the bed's next message, as in the ledger. One thread uses it.
 */
final class MonitorAlarmMapper {
    private static final int MANY = 10_000;

    private final MonitorAlarmRule rule;
    private final BedTurnovers turnovers;
    /** Open alarms by their names, the oldest first. */
    private final Map<String, NotifiedAlarm> open = new LinkedHashMap<>();

    /**
     * Holds an open alarm with the notification about its last transition.
     *
     * @param missed true when this notification did not reach its receiver
     */
    private record NotifiedAlarm(OpenMonitorAlarm alarm, Alert notification, boolean missed) {}

    /**
     * Creates a mapper that knows no open alarm.
     *
     * @param rule decides which message is a transition
     * @param turnovers tells when a patient left a bed
     */
    MonitorAlarmMapper(MonitorAlarmRule rule, BedTurnovers turnovers) {
        this.rule = rule;
        this.turnovers = turnovers;
    }

    /** Returns the notifications of a message: the ends of a former patient's alarms, then its own, if it is no repetition, watchdog or test. */
    List<Alert> alerts(BedsideAlarm alarm) {
        List<Alert> alerts = new ArrayList<>(endsOfTheFormerPatient(alarm));
        own(alarm).ifPresent(alerts::add);
        return alerts;
    }

    /**
     * Follows a message that was delivered before the app was started.
     *
     * @param staysChangedAt when the stays of its bed changed last. A discharge that was entered after the message was not known then: it
     *     ends the former patient's alarms with a later message
     */
    void learn(BedsideAlarm alarm, Instant staysChangedAt) {
        if (alarm.getReceivedTime().isBefore(staysChangedAt)) {
            var unused = own(alarm);
        } else {
            var unused = alerts(alarm);
        }
    }

    private Optional<Alert> own(BedsideAlarm alarm) {
        if (BedsideAlarmMapper.isNoAlarm(alarm)) {
            return Optional.empty();
        }
        String name = BedsideAlarmMapper.name(alarm);
        NotifiedAlarm known = open.get(name);
        Optional<AlertStateRecord> transition =
                known != null && known.missed() ? missedTransition(alarm) : transition(alarm, known);
        if (transition.isEmpty()) {
            open.computeIfPresent(
                    name, (same, each) -> new NotifiedAlarm(each.alarm().repeated(alarm), each.notification(), false));
        }
        return transition.map(each -> notified(name, alarm, each));
    }

    private Optional<AlertStateRecord> transition(BedsideAlarm alarm, NotifiedAlarm known) {
        return last(rule.transitions(alarm, known == null ? null : known.alarm()));
    }

    /** Returns what a message about an alarm reports that nobody was called for: that it is over, or a call. */
    private static Optional<AlertStateRecord> missedTransition(BedsideAlarm alarm) {
        return Optional.of(BedsideAlarmMapper.isOver(alarm) ? AlertStateRecord.CLEARED : AlertStateRecord.RAISED);
    }

    /** Remembers that a notification was not sent. */
    void missed(Alert alert) {
        open.computeIfPresent(
                alert.getAlert(), (same, each) -> new NotifiedAlarm(each.alarm(), each.notification(), true));
    }

    /** Forgets the open alarms, so that the next message about each of them is notified. */
    void forget() {
        open.clear();
    }

    /** Returns the last transition: a new alarm takes the place of the one of its name whose end was lost. */
    private static Optional<AlertStateRecord> last(List<AlertStateRecord> transitions) {
        return transitions.isEmpty() ? Optional.empty() : Optional.of(transitions.get(transitions.size() - 1));
    }

    private Alert notified(String name, BedsideAlarm alarm, AlertStateRecord transition) {
        Alert alert = BedsideAlarmMapper.alert(alarm, transition);
        NotifiedAlarm before = isEnd(transition) ? open.remove(name) : open.get(name);
        if (transition != AlertStateRecord.CLEARED) {
            OpenMonitorAlarm after = before == null
                    ? OpenMonitorAlarm.raised(alarm)
                    : before.alarm().after(alarm, transition);
            open.put(name, new NotifiedAlarm(after, alert, false));
        }
        if (open.size() > MANY) {
            open.remove(open.keySet().iterator().next());
        }
        return alert;
    }

    /** Returns true for the end of an alarm, or for a new one that ends the one before. */
    private static boolean isEnd(AlertStateRecord transition) {
        return transition == AlertStateRecord.CLEARED || transition == AlertStateRecord.RAISED;
    }

    private List<Alert> endsOfTheFormerPatient(BedsideAlarm message) {
        Instant now = message.getReceivedTime();
        return turnovers
                .since(message.getBed(), now)
                .map(turnover -> removeBefore(message, turnover))
                .orElse(List.of())
                .stream()
                .map(left -> ended(left.notification(), now))
                .toList();
    }

    /** Removes the open alarms of the former patient. An end that the message itself reports is its own notification. */
    private List<NotifiedAlarm> removeBefore(BedsideAlarm message, Instant turnover) {
        String ending = BedsideAlarmMapper.isOver(message) ? BedsideAlarmMapper.name(message) : "";
        Predicate<NotifiedAlarm> isLeft = each -> each.alarm().isOfFormerPatient(turnover)
                && each.notification().getBed().equals(message.getBed())
                && !each.notification().getAlert().equals(ending);
        List<NotifiedAlarm> left = open.values().stream().filter(isLeft).toList();
        open.values().removeIf(isLeft);
        return left;
    }

    private static Alert ended(Alert open, Instant at) {
        return Alert.newBuilder(open)
                .setState(AlertStateRecord.CLEARED)
                .setClearedAt(at)
                .setAt(at)
                .setCausePublishedAt(at)
                .setHash(open.getHash() + "-patient-left")
                .build();
    }
}
