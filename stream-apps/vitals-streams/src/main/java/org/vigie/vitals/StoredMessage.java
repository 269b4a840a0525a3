package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.identify.StayAssignment;

/**
 * What was decided of a message, to decide it again in the very same way.
 *
 * @param offset of its raw record in the task's one raw partition
 * @param publishedAt when the broker took it
 * @param verdicts one per reading, in their order
 */
record StoredMessage(long offset, Instant publishedAt, StayAssignment identity, List<StoredVerdict> verdicts) {
    StoredMessage {
        verdicts = List.copyOf(verdicts);
    }

    /** The reason of each verdict, in their order. */
    List<CleaningReason> reasons() {
        return verdicts.stream().map(StoredVerdict::reason).toList();
    }
}
