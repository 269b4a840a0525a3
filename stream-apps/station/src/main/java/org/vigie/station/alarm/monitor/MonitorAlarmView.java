package org.vigie.station.alarm.monitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.BedsideAlarm;

/** Holds the alarms of the monitors: all that are open, and those that ended a short while ago. */
public final class MonitorAlarmView {
    private static final Comparator<MonitorAlarmSnapshot> ORDER = Comparator.comparing((MonitorAlarmSnapshot alarm) ->
                    List.of("HIGH", "MEDIUM", "LOW", "NONE").indexOf(alarm.priority()))
            .thenComparing(MonitorAlarmSnapshot::raisedAt, Comparator.reverseOrder());

    private final MonitorAlarmRule rule;
    private final Map<String, MonitorAlarmSnapshot> alarms = new LinkedHashMap<>();

    /** @param rule decides which report begins another alarm */
    public MonitorAlarmView(MonitorAlarmRule rule) {
        this.rule = rule;
    }

    /** Takes a report of a monitor. A sign of life is no alarm. */
    public void take(BedsideAlarm alarm) {
        if (alarm.getSignOfLife()) {
            return;
        }
        String key = BedsideAlarmMapper.name(alarm);
        MonitorAlarmSnapshot before = alarms.get(key);
        boolean continues = before != null && before.endedAt() == null && !isAnother(alarm, before);
        Instant raisedAt = continues ? Instant.ofEpochMilli(before.raisedAt()) : BedsideAlarmMapper.begunAt(alarm);
        if (before == null || alarm.getReceivedTime().toEpochMilli() >= before.lastAt()) {
            alarms.put(key, MonitorAlarmSnapshot.of(alarm, raisedAt, BedsideAlarmMapper.isOver(alarm)));
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

    /**
     * Ends the open alarms that were last reported before the patient of their bed left. Their own ends were lost.
     *
     * @param turnover when a patient left a bed last; empty when nobody left
     */
    public void endThoseOfFormerPatients(Function<String, Optional<Instant>> turnover) {
        alarms.replaceAll(
                (key, alarm) -> turnover.apply(alarm.bed()).map(alarm::endedBy).orElse(alarm));
    }

    /** Removes alarms that ended, or were last reported, before an instant. */
    public void forgetBefore(Instant instant) {
        alarms.values().removeIf(alarm -> alarm.lastAt() < instant.toEpochMilli());
    }

    /** Returns true when a message begins an alarm after the open one of the same name, whose end was lost. */
    private boolean isAnother(BedsideAlarm alarm, MonitorAlarmSnapshot open) {
        return rule.isAnother(alarm, Instant.ofEpochMilli(open.raisedAt()), Instant.ofEpochMilli(open.lastAt()));
    }
}
