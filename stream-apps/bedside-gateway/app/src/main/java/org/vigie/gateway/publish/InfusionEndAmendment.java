package org.vigie.gateway.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.NamedObservation;

/**
 * Compares the end of an administration with the last state that was published before. A pause or a resumption before the end happened and
 * stays. A rate that was published for an instant after the end did not run and is taken back.
 *
 * @param before the last state, whose rate is known
 */
record InfusionEndAmendment(MeasuredValue one, Optional<NamedObservation> before) implements NamedAmendment {
    @Override
    public List<MeasuredValue> measured() {
        return Stream.concat(standing().filter(this::ranAfterwards).map(this::retraction).stream(), Stream.of(one))
                .toList();
    }

    private boolean ranAfterwards(NamedObservation state) {
        return state.getValue() > 0 && state.getMeasuredAt().isAfter(one.time());
    }

    @Override
    public boolean isUnsaid() {
        return false;
    }

    @Override
    public boolean isRemembered() {
        return true;
    }

    @Override
    public NamedObservation named() {
        return named(one.value());
    }
}
