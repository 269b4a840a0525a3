package org.vigie.gateway.publish;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.variable.ValueRange;

/** Compares a value with the earlier observation of the same identifier. */
sealed interface NamedAmendment permits ObservationAmendment, InfusionStateAmendment, InfusionEndAmendment {
    /** Returns the amendment of a value. */
    static NamedAmendment of(MeasuredValue one, Optional<NamedObservation> before) {
        if (one.statement().state()) {
            return new InfusionStateAmendment(one, before);
        }
        boolean isEnd = before.filter(earlier -> earlier.getState() && earlier.getValue() != null)
                        .isPresent()
                && !one.statement().part().isEmpty()
                && one.status() != MeasurementStatusRecord.RETRACTED;
        return isEnd ? new InfusionEndAmendment(one, before) : new ObservationAmendment(one, before);
    }

    MeasuredValue one();

    /** Returns the earlier observation; its value is null when it is ambiguous or retracted. */
    Optional<NamedObservation> before();

    /** Returns the values to publish. */
    List<MeasuredValue> measured();

    /** Returns true when the value says nothing about what stands under its names. */
    boolean isUnsaid();

    /** Returns true when the sender's names stand for this value from now on. */
    boolean isRemembered();

    /** Returns what is remembered of the value. */
    NamedObservation named();

    /** Returns the earlier observation when its value is known. */
    default Optional<NamedObservation> standing() {
        return before().filter(earlier -> earlier.getValue() != null);
    }

    /** Returns the retraction of an earlier observation. */
    default MeasuredValue retraction(NamedObservation earlier) {
        return new MeasuredValue(
                earlier.getBed(),
                one().patient(),
                earlier.getDevice(),
                earlier.getMeasuredAt(),
                earlier.getVariable(),
                earlier.getValue(),
                one().unit(),
                MeasurementStatusRecord.RETRACTED,
                ValueRange.UNBOUNDED,
                earlier.getChannel(),
                false);
    }

    /** Returns the value under its names, as it is remembered. */
    default NamedObservation named(Double value) {
        MeasuredValue one = one();
        return NamedObservation.newBuilder()
                .setBed(one.bed())
                .setDevice(one.device())
                .setVariable(one.variable())
                .setChannel(one.channel())
                .setMeasuredAt(one.time())
                .setValue(value)
                .setState(one.statement().state())
                .build();
    }
}
