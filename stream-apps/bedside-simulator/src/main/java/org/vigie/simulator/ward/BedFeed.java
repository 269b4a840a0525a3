package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Truth;

/** What one bed sends. Pure: the same question has the same answer. */
public interface BedFeed {
    /** {@code unit/bed}. */
    String bed();

    /** Who is and was on the bed, as it was known at {@code at}. */
    BedStays staysAt(Instant at);

    /**
     * What is due, in the order of its time. No two observations of a bed are due at the same instant.
     *
     * @param after exclusive
     * @param upTo inclusive
     * @param fineFrom what was measured before is sent at the coarse spacing of a back-fill
     */
    List<ScheduledRecord> events(Instant after, Instant upTo, Instant fineFrom);

    /** The scripted deteriorations that begin on this bed and touch an interval, one truth for each variable. */
    List<Truth> deteriorations(Instant from, Instant until);
}
