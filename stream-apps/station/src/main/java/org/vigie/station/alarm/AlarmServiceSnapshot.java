package org.vigie.station.alarm;

import java.util.List;

/**
 * Shows by which channels alarms reach people, and how many alarms there are.
 *
 * @param channels empty when only the page shows alarms
 * @param loads one for each unit
 */
public record AlarmServiceSnapshot(List<NotificationChannelSnapshot> channels, List<AlarmLoadSnapshot> loads) {}
