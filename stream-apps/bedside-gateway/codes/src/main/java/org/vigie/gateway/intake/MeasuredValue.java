package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.Objects;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.ValueRange;

/**
 * One value that was understood.
 *
 * @param bed {@code unit/bed}; empty when nothing says where
 * @param patient the sender's own number for the patient; empty when nothing says who. Never leaves the gateway.
 * @param device empty when nothing says which
 * @param time when it was measured
 * @param variable its name in the catalogue
 * @param value in {@code unit}, the catalogue's; not a number where the sender takes a value back without repeating it
 * @param limits the monitor's own alarm limits in the same unit; {@link ValueRange#UNBOUNDED} when it sent none
 * @param channel which source of the variable within the device, the same from message to message; empty when nothing says which. No
 *     patient's identity
 * @param preliminary its sender says that a final value is yet to come
 * @param statement the names under which the sender said it
 */
public record MeasuredValue(
        String bed,
        String patient,
        String device,
        Instant time,
        String variable,
        double value,
        String unit,
        ReadingStatus status,
        ValueRange limits,
        String channel,
        boolean preliminary,
        ObservationIdentifiers statement) {
    public MeasuredValue {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(statement, "statement");
    }

    /** Said under no name of the sender's own. */
    public MeasuredValue(
            String bed,
            String patient,
            String device,
            Instant time,
            String variable,
            double value,
            String unit,
            ReadingStatus status,
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

    /** Of a sender that does not say which of several sources it is. */
    public MeasuredValue(
            String bed,
            String patient,
            String device,
            Instant time,
            String variable,
            double value,
            String unit,
            ReadingStatus status,
            ValueRange limits) {
        this(bed, patient, device, time, variable, value, unit, status, limits, "", false);
    }

    /** The same on a bed that is known only now. */
    public MeasuredValue withBed(String known) {
        return new MeasuredValue(
                known, patient, device, time, variable, value, unit, status, limits, channel, preliminary, statement);
    }

    /** The same, said under these names. */
    public MeasuredValue withIdentifiers(ObservationIdentifiers named) {
        return new MeasuredValue(
                bed, patient, device, time, variable, value, unit, status, limits, channel, preliminary, named);
    }

    /** The same with another status. */
    public MeasuredValue withStatus(ReadingStatus other) {
        return new MeasuredValue(
                bed, patient, device, time, variable, value, unit, other, limits, channel, preliminary, statement);
    }
}
