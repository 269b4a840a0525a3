package org.vigie.recordings;

/**
 * Identifies a column by its channel, variable and unit.
 *
 * @param unit of its values
 */
public record RowColumn(String channel, String variable, String unit) {}
