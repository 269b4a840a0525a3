package org.vigie.signal.clean;

import java.time.Instant;
import java.util.List;

/**
 * Holds the verdict on one reading.
 *
 * @param reason cleaning reason, which decides the outcome
 * @param withdrawn kept values that the reading withdraws, in the catalogue's unit
 * @param asOf time of measurement by the ward's clock; never after its receipt
 */
public record Verdict(CleaningReason reason, List<Double> withdrawn, Instant asOf) {
    public Verdict {
        withdrawn = List.copyOf(withdrawn);
    }

    public CleaningOutcome outcome() {
        return reason.outcome();
    }

    /** Returns this verdict with another reason. */
    Verdict because(CleaningReason other) {
        return new Verdict(other, withdrawn, asOf);
    }
}
