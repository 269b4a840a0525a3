package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Truth;

/** Gives the records that one bed sends. The same arguments always give the same records. */
public interface BedFeed {
    /** Returns the name {@code unit/bed}. */
    String bed();

    /** Returns the present and earlier stays on the bed, as known at {@code at}. */
    BedStays staysAt(Instant at);

    /**
     * Returns the records that are due in an interval, in the order of their time. No two observations of a bed are due at the same
     * instant.
     *
     * @param after start of the interval, exclusive
     * @param upTo end of the interval, inclusive
     * @param fineFrom earlier measurements are sent at the coarse spacing of a back-fill
     */
    List<ScheduledRecord> events(Instant after, Instant upTo, Instant fineFrom);

    /** Returns the scripted deteriorations that begin on this bed and overlap an interval, one truth for each variable. */
    List<Truth> deteriorations(Instant from, Instant until);
}
