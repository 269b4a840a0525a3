package org.vigie.station.web;

import java.time.Instant;
import java.util.Optional;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.passport.ResultVerifier;
import org.vigie.station.past.PastWardSource;
import org.vigie.station.ward.WardView;

/**
 * Holds what the pages show.
 *
 * @param ward present state
 * @param watchdog knows which beds are not watched
 * @param past reads earlier situations; empty where the station has no records to read them from
 * @param verifier computes results again; empty where the station has no replay beside it
 */
public record ServedWard(
        WardView ward, BedWatchdog watchdog, Optional<PastWardSource> past, Optional<ResultVerifier> verifier) {
    /** Returns a ward whose readings are all processed at once, and which has no past. */
    static ServedWard ofPresent(WardView ward, Instant started) {
        return new ServedWard(ward, BedWatchdog.ofReadPartitions(started), Optional.empty(), Optional.empty());
    }
}
