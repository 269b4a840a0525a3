package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.TruthKind;

/**
 * Describes the arrival of one message at the gateway.
 *
 * @param trouble LATE or DUPLICATE; empty for a normal message
 */
record MessageArrival(long second, Instant sentAt, Instant due, Optional<TruthKind> trouble) {
    boolean isWithin(Instant after, Instant upTo) {
        return due.isAfter(after) && !due.isAfter(upTo);
    }
}
