package org.vigie.gateway.publish;

import java.time.Instant;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Finds the bed of a measured value: the sent one, or that of its patient when it was measured. A live value goes to the present bed: the
 * clock of its device may be wrong.
 *
 * <p>A laboratory names the bed at which the patient is when it sends the result (PV1-3). A laboratory value of before the transfer belongs
 * to the bed before. The values of a monitor keep the bed that it sends, since its clock may be wrong.
 */
record MeasuredBedResolver(CensusPublisher census) {
    /** Returns the bed; empty when there is none. */
    String bedOf(MeasuredValue value, Instant now) {
        if (value.bed().isEmpty()) {
            return census.bedOf(value.patient(), value.isLive() ? now : value.time());
        }
        return isOfLaboratory(value)
                ? census.bedBefore(value.patient(), value.bed(), value.time()).orElse(value.bed())
                : value.bed();
    }

    private static boolean isOfLaboratory(MeasuredValue value) {
        return !value.patient().isEmpty()
                && VariableCatalogue.standard()
                        .find(value.variable())
                        .filter(variable -> variable.sampling() == SamplingMode.LAB)
                        .isPresent();
    }
}
