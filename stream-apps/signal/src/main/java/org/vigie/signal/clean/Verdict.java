package org.vigie.signal.clean;

import java.time.Instant;
import java.util.List;

/**
 * What was decided of one reading.
 *
 * @param withdrawn the kept values that the reading takes back, in the catalogue's unit
 * @param asOf when the reading was measured by the ward's clock; never after it was received
 */
public record Verdict(CleaningReason reason, List<Double> withdrawn, Instant asOf) {
    public Verdict {
        withdrawn = List.copyOf(withdrawn);
    }

    public CleaningOutcome outcome() {
        return reason.outcome();
    }

    /** The same verdict for another reason. */
    Verdict because(CleaningReason other) {
        return new Verdict(other, withdrawn, asOf);
    }
}
