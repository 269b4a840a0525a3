package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Holds one value as the device sent it.
 *
 * @param variable name in the catalogue, or the sender's own code
 * @param value value in {@code unit}; NaN when no number was sent
 * @param text text that was sent in place of a number, else empty
 * @param measuredAt time on the device's clock
 * @param channel source of the variable within its device; empty when its sender names none
 */
public record Reading(
        String variable,
        double value,
        String text,
        String unit,
        MeasurementStatus status,
        Instant measuredAt,
        String channel) {
    /** Creates a reading of the only source. */
    public Reading(
            String variable, double value, String text, String unit, MeasurementStatus status, Instant measuredAt) {
        this(variable, value, text, unit, status, measuredAt, "");
    }

    /** Returns the variable of the catalogue; empty when the catalogue does not contain it. */
    public Optional<Variable> catalogued() {
        return VariableCatalogue.standard().find(variable);
    }

    /** Returns the value in the catalogue's unit; NaN when the variable or the unit is unknown or the value is no number. */
    public double catalogueValue() {
        return conversion().map(to -> to.apply(value)).orElse(Double.NaN);
    }

    /** Returns the conversion to the catalogue's unit; empty when the variable or the unit is unknown. */
    Optional<UnitConversion> conversion() {
        return catalogued().flatMap(known -> known.conversionFrom(unit));
    }

    boolean isSampled(SamplingMode sampling) {
        return catalogued().filter(known -> known.sampling() == sampling).isPresent();
    }

    /** Returns true when the stamp comes from the device's clock and not from charting or a laboratory. */
    boolean isStampedByDevice() {
        return catalogued()
                .filter(known ->
                        known.sampling() == SamplingMode.CONTINUOUS || known.sampling() == SamplingMode.EPISODIC)
                .isPresent();
    }
}
