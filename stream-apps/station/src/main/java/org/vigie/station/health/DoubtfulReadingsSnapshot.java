package org.vigie.station.health;

/**
 * Counts the readings of one variable that were suspect or rejected for one reason.
 *
 * @param variable name in the variable catalogue, else as its sender named it
 */
public record DoubtfulReadingsSnapshot(String variable, String reason, long count) {}
