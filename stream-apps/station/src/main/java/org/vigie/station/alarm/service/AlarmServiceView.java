package org.vigie.station.alarm.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.NotificationStatus;
import org.vigie.station.alarm.monitor.MonitorAlarmSnapshot;

/** Holds the newest status of each notification channel and the newest alarm load of each unit. */
public final class AlarmServiceView {
    private final Map<String, NotificationChannelSnapshot> channels = new TreeMap<>();
    private final Map<String, AlarmLoadSnapshot> loads = new TreeMap<>();

    /** @param sentAt append time of the broker */
    public void take(NotificationStatus status, Instant sentAt) {
        channels.put(status.getChannel(), NotificationChannelSnapshot.of(status, sentAt));
    }

    /** @param sentAt append time of the broker */
    public void take(AlarmLoad load, Instant sentAt) {
        loads.put(load.getUnit(), AlarmLoadSnapshot.of(load, sentAt));
    }

    /** Returns the status of the alarm service beside what the ward knows of its monitors. */
    public AlarmServiceSnapshot snapshot(MonitoredTimeSnapshot monitored, List<MonitorAlarmSnapshot> monitorAlarms) {
        return new AlarmServiceSnapshot(
                List.copyOf(channels.values()), List.copyOf(loads.values()), monitored, monitorAlarms);
    }
}
