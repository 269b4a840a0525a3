package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Describes one bed of a visit with the period in which the patient lay there.
 *
 * @param until first instant at which the patient was no longer there; empty while the patient is
 */
public record VisitBed(String bed, Instant from, Optional<Instant> until) {
    public VisitBed {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (bed.isEmpty()) {
            throw new IllegalArgumentException("bed: must not be empty");
        }
    }
}
