package org.vigie.station.past;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.ward.StationWardSnapshot;
import org.vigie.station.ward.WardReader;

/**
 * Shows the ward as it was at an earlier time: the fields of a snapshot of the ward, {@code unwatched} and {@code past}.
 *
 * @param ward the situation, as the page showed it
 * @param unwatched beds whose canaries were missed at that time: their readings were not processed
 * @param past from what it was built
 */
public record PastWardSnapshot(
        @JsonUnwrapped StationWardSnapshot ward, List<BedFreshnessSnapshot> unwatched, PastSituation past) {
    public PastWardSnapshot {
        unwatched = List.copyOf(unwatched);
    }

    /** Returns what a reader may see: the reader's units, and a score only where an own estimate of the reader stood at that time. */
    public PastWardSnapshot seenBy(WardReader reader) {
        return new PastWardSnapshot(
                ward.seenBy(reader),
                unwatched.stream()
                        .filter(bed -> reader.scope().coversBed(bed.bed()))
                        .toList(),
                past.within(reader.scope()));
    }
}
