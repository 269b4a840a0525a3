package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Holds a measured value in the unit of the catalogue.
 *
 * @param bed {@code unit/bed}; empty when the message gives none
 * @param patient the sender's identifier of the patient; empty when the message gives none. It never leaves the gateway
 * @param device empty when the message gives none
 * @param time when it was measured
 * @param variable name of the variable in the catalogue
 * @param value in {@code unit}; NaN when the sender retracts a value without repeating it
 * @param unit unit of the variable in the catalogue
 * @param limits the monitor's own alarm limits in the same unit; {@link ValueRange#UNBOUNDED} when it sent none
 * @param channel source of the variable within the device, the same in each message; empty when not known. It identifies no patient
 * @param preliminary true when the sender announces a final value
 * @param statement the sender's identifiers of the observation
 */
public record MeasuredValue(
        String bed,
        String patient,
        String device,
        Instant time,
        String variable,
        double value,
        String unit,
        MeasurementStatusRecord status,
        ValueRange limits,
        String channel,
        boolean preliminary,
        ObservationIdentifiers statement) {
    private static final Set<SamplingMode> SAMPLED = EnumSet.of(SamplingMode.CONTINUOUS, SamplingMode.EPISODIC);

    public MeasuredValue {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(statement, "statement");
    }

    /** Creates a value without identifiers of its sender. */
    public MeasuredValue(
            String bed,
            String patient,
            String device,
            Instant time,
            String variable,
            double value,
            String unit,
            MeasurementStatusRecord status,
            ValueRange limits,
            String channel,
            boolean preliminary) {
        this(
                bed,
                patient,
                device,
                time,
                variable,
                value,
                unit,
                status,
                limits,
                channel,
                preliminary,
                ObservationIdentifiers.UNNAMED);
    }

    /** Creates a final value of a sender that does not name its channels. */
    public MeasuredValue(
            String bed,
            String patient,
            String device,
            Instant time,
            String variable,
            double value,
            String unit,
            MeasurementStatusRecord status,
            ValueRange limits) {
        this(bed, patient, device, time, variable, value, unit, status, limits, "", false);
    }

    /**
     * Returns true for a live value that a device samples itself. The clock of the device may be wrong, so that its bed is the present one of
     * its patient. Corrections, charted values and those of a laboratory belong to their own time.
     */
    public boolean isLive() {
        boolean isChange = statement.replaces()
                || status == MeasurementStatusRecord.CORRECTED
                || status == MeasurementStatusRecord.RETRACTED;
        return !isChange
                && VariableCatalogue.standard()
                        .find(variable)
                        .filter(known -> SAMPLED.contains(known.sampling()))
                        .isPresent();
    }

    /** Returns for how many readings of its message the value stands: 0 when it follows from the state of an infusion. */
    public int readings() {
        return statement.state() ? 0 : 1;
    }

    /** Returns a copy on this bed. */
    public MeasuredValue withBed(String known) {
        return new MeasuredValue(
                known, patient, device, time, variable, value, unit, status, limits, channel, preliminary, statement);
    }

    /** Returns a copy with these identifiers. */
    public MeasuredValue withIdentifiers(ObservationIdentifiers named) {
        return new MeasuredValue(
                bed, patient, device, time, variable, value, unit, status, limits, channel, preliminary, named);
    }

    /** Returns a copy with this status. */
    public MeasuredValue withStatus(MeasurementStatusRecord other) {
        return new MeasuredValue(
                bed, patient, device, time, variable, value, unit, other, limits, channel, preliminary, statement);
    }
}
