package org.vigie.notifications;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;

/**
 * Maps the monitors' own alarms to notifications, marked as the monitor's.
 *
 * <p>No alarm is left out because of its priority or its kind. A message that only repeats an alarm that was notified is left out, and so are
 * watchdog and test messages. One thread uses it.
 */
final class MonitorAlarmMapper {
    /** The rule of a monitor's own alarm. */
    static final String MONITOR = "monitor";

    private static final int MANY = 10_000;

    private final Set<String> open = new HashSet<>();
    private final Deque<String> order = new ArrayDeque<>();

    /** Returns true when the monitor itself raised the alarm. */
    static boolean isOfMonitor(Alert alert) {
        return alert.getRule().equals(MONITOR);
    }

    /** Returns the notification; empty for a repetition, a watchdog and a test. */
    Optional<Alert> alert(BedsideAlarm alarm) {
        if (alarm.getSignOfLife() || alarm.getTest()) {
            return Optional.empty();
        }
        return state(alarm).map(state -> alert(alarm, state));
    }

    private Optional<AlertStateRecord> state(BedsideAlarm alarm) {
        String name = name(alarm);
        if (alarm.getPhase().equals("end") || alarm.getState().equals("inactive")) {
            return open.remove(name) ? Optional.of(AlertStateRecord.CLEARED) : Optional.empty();
        }
        boolean isNew = open.add(name);
        forgetOldest(name, isNew);
        if (isNew) {
            return Optional.of(AlertStateRecord.RAISED);
        }
        return alarm.getPhase().equals("escalate") ? Optional.of(AlertStateRecord.UPGRADED) : Optional.empty();
    }

    private void forgetOldest(String name, boolean isNew) {
        if (isNew) {
            order.addLast(name);
        }
        while (order.size() > MANY) {
            open.remove(order.removeFirst());
        }
    }

    private static Alert alert(BedsideAlarm alarm, AlertStateRecord state) {
        Instant raised = Optional.ofNullable(alarm.getRaisedAt()).orElse(alarm.getReceivedTime());
        return Alert.newBuilder()
                .setAlert(name(alarm))
                .setStay("")
                .setBed(alarm.getBed())
                .setRule(MONITOR)
                .setRuleVersion(alarm.getSource())
                .setKind(alarm.getKind().equals("ST") ? AlertKind.TECHNICAL : AlertKind.PHYSIOLOGICAL)
                .setPriority(priority(alarm.getPriority()))
                .setState(state)
                .setOnset(raised)
                .setRaisedAt(raised)
                .setClearedAt(state == AlertStateRecord.CLEARED ? alarm.getReceivedTime() : null)
                .setMessageFr("Moniteur : " + text(alarm))
                .setMessageEn("Monitor: " + text(alarm))
                .setConditionDelayMs(0)
                .setCausePublishedAt(alarm.getReceivedTime())
                .setCauses(List.of())
                .setAt(alarm.getReceivedTime())
                .setHash("monitor-" + alarm.getSource() + "-" + alarm.getMessageId() + "-" + alarm.getCode())
                .build();
    }

    /** Returns the priority. One that the monitor does not give is HIGH, because it may be the most urgent. */
    private static AlarmPriorityRecord priority(String sent) {
        return switch (sent) {
            case "PM" -> AlarmPriorityRecord.MEDIUM;
            case "PL", "PI", "PN" -> AlarmPriorityRecord.LOW;
            default -> AlarmPriorityRecord.HIGH;
        };
    }

    private static String text(BedsideAlarm alarm) {
        String words = alarm.getText().isBlank() ? alarm.getCode() : alarm.getText();
        return alarm.getValue().isBlank() ? words : words + " " + alarm.getValue();
    }

    private static String name(BedsideAlarm alarm) {
        String own = alarm.getAlarm().isBlank() ? alarm.getCode() : alarm.getAlarm();
        return String.join("|", alarm.getSource(), alarm.getDevice(), alarm.getBed(), own);
    }
}
