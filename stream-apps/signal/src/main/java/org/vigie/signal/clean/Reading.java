package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

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

    /** The variable in the catalogue; empty when the catalogue does not have it. */
    public Optional<Variable> catalogued() {
        return VariableCatalogue.standard().find(variable);
    }

    /** The value in the catalogue's unit; NaN when variable or unit are unknown or there was no number. */
    public double catalogueValue() {
        return conversion().map(to -> to.apply(value)).orElse(Double.NaN);
    }

    /** How the value comes into the catalogue's unit; empty when variable or unit are unknown. */
    Optional<UnitConversion> conversion() {
        return catalogued().flatMap(known -> known.conversionFrom(unit));
    }

    boolean isSampled(SamplingMode sampling) {
        return catalogued().filter(known -> known.sampling() == sampling).isPresent();
    }

    /** Whether the reading is stamped by its device's clock, not by who charted it or by a laboratory. */
    boolean isStampedByDevice() {
        return catalogued()
                .filter(known ->
                        known.sampling() == SamplingMode.CONTINUOUS || known.sampling() == SamplingMode.EPISODIC)
                .isPresent();
    }
}
