package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;

/**
 * What was decided of one reading, as it is stored and sent on.
 *
 * @param withdrawn the kept values that the reading takes back
 * @param asOf when it was measured by the ward's clock; null where the stamps of its whole message are believed
 * @param followed whether tile, alarms, scores and windows use its channel
 */
record StoredVerdict(
        CleaningReason reason,
        List<Double> withdrawn,
        @Nullable Instant asOf,
        boolean followed) {
    /** Of a message that came before under another offset. */
    static final StoredVerdict DUPLICATE = new StoredVerdict(CleaningReason.DUPLICATE, List.of(), null, false);

    StoredVerdict {
        withdrawn = List.copyOf(withdrawn);
    }

    CleaningOutcome outcome() {
        return reason.outcome();
    }
}
