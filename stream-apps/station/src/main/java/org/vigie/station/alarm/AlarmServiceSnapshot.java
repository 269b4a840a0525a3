package org.vigie.station.alarm;

import java.util.List;

/**
 * How calls reach people, and how many they are.
 *
 * @param channels none when nobody is called but by the page
 * @param loads one of each unit
 */
public record AlarmServiceSnapshot(List<NotificationChannelSnapshot> channels, List<AlarmLoadSnapshot> loads) {}
