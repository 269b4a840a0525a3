package org.vigie.station.alarm.service;

/**
 * Shows for how long monitors sent values, so that a count of alarms is read against the time in which there could be any. Values that are
 * charted by the hour count as a minute each.
 *
 * @param spanHours length of the time before now that is counted, h
 * @param bedHours bed-hours in which a monitor sent values
 * @param beds occupied beds
 */
public record MonitoredTimeSnapshot(int spanHours, double bedHours, int beds) {}
