package org.vigie.station.alarm.monitor;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.station.alarm.delivery.CallDeliveryView;

/** Holds the alarms of the monitors: all that are open, and those that ended a short while ago. */
public final class MonitorAlarmView {
    private static final Comparator<MonitorAlarmSnapshot> ORDER = Comparator.comparing((MonitorAlarmSnapshot alarm) ->
                    List.of("HIGH", "MEDIUM", "LOW", "NONE").indexOf(alarm.priority()))
            .thenComparing(MonitorAlarmSnapshot::raisedAt, Comparator.reverseOrder());

    private final MonitorAlarmRule rule;
    private final Map<String, HeldAlarm> alarms = new LinkedHashMap<>();

    /**
     * Holds an alarm as it is shown.
     *
     * @param reportedAt when its first message was received
     */
    private record HeldAlarm(MonitorAlarmSnapshot shown, Instant reportedAt) {
        HeldAlarm endedBy(Instant turnover) {
            return new HeldAlarm(shown.endedBy(turnover), reportedAt);
        }
    }

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
        HeldAlarm before = alarms.get(key);
        if (before == null
                || alarm.getReceivedTime().toEpochMilli() >= before.shown().lastAt()) {
            alarms.put(key, held(alarm, before));
        }
    }

    private HeldAlarm held(BedsideAlarm alarm, HeldAlarm before) {
        boolean continues = before != null && before.shown().endedAt() == null && !isAnother(alarm, before.shown());
        Instant raisedAt =
                continues ? Instant.ofEpochMilli(before.shown().raisedAt()) : BedsideAlarmMapper.begunAt(alarm);
        return new HeldAlarm(
                MonitorAlarmSnapshot.of(alarm, raisedAt, BedsideAlarmMapper.isOver(alarm)),
                continues ? before.reportedAt() : alarm.getReceivedTime());
    }

    /** Returns all alarms, open ones of high priority first. */
    public List<MonitorAlarmSnapshot> all() {
        return shown().sorted(ORDER).toList();
    }

    /** Returns all alarms with what became of their newest calls, open ones of high priority first. */
    public List<MonitorAlarmSnapshot> all(CallDeliveryView deliveries) {
        return alarms.entrySet().stream()
                .map(each -> each.getValue()
                        .shown()
                        .with(deliveries.ofMonitor(
                                each.getKey(), each.getValue().reportedAt())))
                .sorted(ORDER)
                .toList();
    }

    private Stream<MonitorAlarmSnapshot> shown() {
        return alarms.values().stream().map(HeldAlarm::shown);
    }

    /** Returns the most urgent open alarm of the patient in a bed; empty while a monitor reports none. */
    public Optional<MonitorAlarmSnapshot> mostUrgent(String bed) {
        return shown().filter(alarm -> alarm.bed().equals(bed) && alarm.isOpenOfThePatient())
                .min(ORDER);
    }

    /**
     * Ends the open alarms that were last reported before the patient of their bed left. Their own ends were lost.
     *
     * @param turnover when a patient left a bed last; empty when nobody left
     */
    public void endThoseOfFormerPatients(Function<String, Optional<Instant>> turnover) {
        alarms.replaceAll((key, alarm) ->
                turnover.apply(alarm.shown().bed()).map(alarm::endedBy).orElse(alarm));
    }

    /** Removes alarms that ended, or were last reported, before an instant. */
    public void forgetBefore(Instant instant) {
        alarms.values().removeIf(alarm -> alarm.shown().lastAt() < instant.toEpochMilli());
    }

    /** Returns true when a message begins an alarm after the open one of the same name, whose end was lost. */
    private boolean isAnother(BedsideAlarm alarm, MonitorAlarmSnapshot open) {
        return rule.isAnother(alarm, Instant.ofEpochMilli(open.raisedAt()), Instant.ofEpochMilli(open.lastAt()));
    }
}
