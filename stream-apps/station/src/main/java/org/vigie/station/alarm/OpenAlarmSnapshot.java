package org.vigie.station.alarm;

/**
 * Shows the worst value of an open alarm since its onset.
 *
 * @param alert identifies the alarm
 * @param variable whose value it is
 * @param worst the lowest or highest kept value, on the side that the rule finds bad
 */
public record OpenAlarmSnapshot(String alert, String variable, double worst) {}
