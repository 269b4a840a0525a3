package org.vigie.station.trend;

/**
 * Shows one alarm limit in force at a bed: of the unit's rules, or set for the patient.
 *
 * @param side {@code BELOW} or {@code ABOVE}: the side that raises an alarm
 * @param priority {@code HIGH}, {@code MEDIUM} or {@code LOW}
 * @param limit in the catalogue's unit
 * @param own true when a person set it for this patient
 */
public record LimitInForceSnapshot(String variable, String side, String priority, double limit, boolean own) {}
