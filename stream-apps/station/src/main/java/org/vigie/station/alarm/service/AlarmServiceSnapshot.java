package org.vigie.station.alarm.service;

import java.util.List;
import org.vigie.access.UnitScope;
import org.vigie.station.alarm.monitor.MonitorAlarmSnapshot;

/**
 * Shows by which channels alarms reach people, how many alarms there are, and what the monitors raise themselves.
 *
 * @param channels empty when only the page shows alarms
 * @param loads one for each unit
 * @param monitored for how long monitors sent values
 * @param monitorAlarms alarms of the monitors, open ones of high priority first; ended ones for a while
 */
public record AlarmServiceSnapshot(
        List<NotificationChannelSnapshot> channels,
        List<AlarmLoadSnapshot> loads,
        MonitoredTimeSnapshot monitored,
        List<MonitorAlarmSnapshot> monitorAlarms) {
    /** Returns what somebody with this scope may see: the loads and the monitors' alarms of its units. */
    public AlarmServiceSnapshot within(UnitScope scope) {
        return new AlarmServiceSnapshot(
                channels,
                loads.stream().filter(load -> scope.covers(load.unit())).toList(),
                monitored,
                monitorAlarms.stream()
                        .filter(alarm -> scope.coversBed(alarm.bed()))
                        .toList());
    }
}
