package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.identify.StayAssignment;

/**
 * Holds the verdicts on a message, kept to give the same verdicts when it is processed again.
 *
 * @param offset offset of its raw record in the task's raw partition
 * @param publishedAt when the broker appended the record
 * @param verdicts verdict on each reading, in their order
 */
record StoredMessage(long offset, Instant publishedAt, StayAssignment identity, List<StoredVerdict> verdicts)
        implements CleaningPart {
    StoredMessage {
        verdicts = List.copyOf(verdicts);
    }

    /** Returns the reason of each verdict, in their order. */
    List<CleaningReason> reasons() {
        return verdicts.stream().map(StoredVerdict::reason).toList();
    }

    @Override
    public byte[] encoded(CleaningStateFormat format) {
        return format.messages().write(this);
    }
}
