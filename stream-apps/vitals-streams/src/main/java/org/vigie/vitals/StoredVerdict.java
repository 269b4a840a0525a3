package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;

/**
 * Holds the verdict on one reading, as it is stored and forwarded.
 *
 * @param reason cleaning reason, which decides the outcome
 * @param withdrawn kept values that the reading withdraws
 * @param asOf time of measurement by the ward's clock; null when the stamps of its whole message are used
 * @param followed whether tile, alarms, scores and windows use its channel
 */
record StoredVerdict(
        CleaningReason reason,
        List<Double> withdrawn,
        @Nullable Instant asOf,
        boolean followed) {
    /** Verdict on each reading of a message that came before under another offset. */
    static final StoredVerdict DUPLICATE = new StoredVerdict(CleaningReason.DUPLICATE, List.of(), null, false);

    /** Verdict on each reading of a steady message. */
    static final StoredVerdict STEADY = new StoredVerdict(CleaningReason.NONE, List.of(), null, true);

    StoredVerdict {
        withdrawn = List.copyOf(withdrawn);
    }

    CleaningOutcome outcome() {
        return reason.outcome();
    }
}
