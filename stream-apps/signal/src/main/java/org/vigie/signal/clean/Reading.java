package org.vigie.signal.clean;

import java.time.Instant;

/**
 * One value as the device sent it.
 *
 * @param variable name in the catalogue, or the sender's own code
 * @param value in {@code unit}; NaN when there was no number
 * @param text what was sent in place of a number, else empty
 * @param measuredAt on the device's clock
 * @param channel which source of the variable within its device; empty when its sender names none
 */
public record Reading(
        String variable,
        double value,
        String text,
        String unit,
        MeasurementStatus status,
        Instant measuredAt,
        String channel) {
    /** Of the only source. */
    public Reading(
            String variable, double value, String text, String unit, MeasurementStatus status, Instant measuredAt) {
        this(variable, value, text, unit, status, measuredAt, "");
    }
}
