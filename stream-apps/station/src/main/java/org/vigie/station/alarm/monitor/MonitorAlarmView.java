package org.vigie.station.alarm.monitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.BedsideAlarm;

/** Holds the alarms of the monitors: all that are open, and those that ended a short while ago. */
public final class MonitorAlarmView {
    private static final Set<String> OVER = Set.of("inactive", "off");
    private static final Comparator<MonitorAlarmSnapshot> ORDER = Comparator.comparing((MonitorAlarmSnapshot alarm) ->
                    List.of("HIGH", "MEDIUM", "LOW", "NONE").indexOf(alarm.priority()))
            .thenComparing(MonitorAlarmSnapshot::raisedAt, Comparator.reverseOrder());

    private final Map<String, MonitorAlarmSnapshot> alarms = new LinkedHashMap<>();

    /** Takes a report of a monitor. A sign of life is no alarm. */
    public void take(BedsideAlarm alarm) {
        if (alarm.getSignOfLife()) {
            return;
        }
        String key = key(alarm);
        MonitorAlarmSnapshot before = alarms.get(key);
        boolean continues = before != null && before.endedAt() == null;
        Instant raisedAt = continues ? Instant.ofEpochMilli(before.raisedAt()) : begun(alarm);
        if (before == null || alarm.getReceivedTime().toEpochMilli() >= before.lastAt()) {
            alarms.put(key, MonitorAlarmSnapshot.of(alarm, raisedAt, isOver(alarm)));
        }
    }

    /** Returns all alarms, open ones of high priority first. */
    public List<MonitorAlarmSnapshot> all() {
        return alarms.values().stream().sorted(ORDER).toList();
    }

    /** Returns the most urgent open alarm of the patient in a bed; empty while a monitor reports none. */
    public Optional<MonitorAlarmSnapshot> mostUrgent(String bed) {
        return alarms.values().stream()
                .filter(alarm -> alarm.bed().equals(bed) && alarm.isOpenOfThePatient())
                .min(ORDER);
    }

    /** Removes alarms that ended, or were last reported, before an instant. */
    public void forgetBefore(Instant instant) {
        alarms.values().removeIf(alarm -> alarm.lastAt() < instant.toEpochMilli());
    }

    private static Instant begun(BedsideAlarm alarm) {
        return alarm.getRaisedAt() == null ? alarm.getReceivedTime() : alarm.getRaisedAt();
    }

    private static boolean isOver(BedsideAlarm alarm) {
        return alarm.getPhase().toLowerCase(Locale.ROOT).equals("end")
                || OVER.contains(alarm.getState().toLowerCase(Locale.ROOT));
    }

    private static String key(BedsideAlarm alarm) {
        String name = alarm.getAlarm().isEmpty() ? alarm.getCode() + alarm.getText() : alarm.getAlarm();
        return String.join("\u0000", alarm.getSource(), alarm.getDevice(), alarm.getBed(), name);
    }
}
