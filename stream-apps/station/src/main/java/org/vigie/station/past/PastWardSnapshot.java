package org.vigie.station.past;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.vigie.station.ward.StationWardSnapshot;
import org.vigie.station.ward.WardReader;

/**
 * Shows the ward as it was at an earlier time: the fields of a snapshot of the ward, and {@code past}.
 *
 * @param ward the situation, as the page showed it
 * @param past from what it was built
 */
public record PastWardSnapshot(@JsonUnwrapped StationWardSnapshot ward, PastSituation past) {
    /** Returns what a reader may see: the reader's units, and a score only where an own estimate of the reader stood at that time. */
    public PastWardSnapshot seenBy(WardReader reader) {
        return new PastWardSnapshot(ward.seenBy(reader), past.within(reader.scope()));
    }
}
