package org.vigie.station.health;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageAssessmentRecord;

/**
 * Holds when the newest canary of each partition was sent. A canary in {@code observations.clean} shows that vitals-streams processes its
 * raw partition. Its answer in {@code triage.current} shows that alert-streams processes the clean partition of the same number.
 *
 * <p>Canaries are judged from the first one on. The gateway's clock and the station's must agree.
 */
final class CanaryArrivals {
    private final Duration limit;
    private final Instant started;
    private final Map<Integer, Instant> raw = new HashMap<>();
    private final Map<Integer, Instant> clean = new HashMap<>();

    /**
     * Creates the arrivals of a station.
     *
     * @param limit zero: canaries are not judged
     * @param started wall time since which the station listens
     */
    CanaryArrivals(Duration limit, Instant started) {
        this.limit = limit;
        this.started = started;
    }

    void take(CleanObservation canary) {
        raw.merge(canary.getOrigin().getPartition(), canary.getReceivedTime(), CanaryArrivals::later);
    }

    /** @param partition of the answer in {@code triage.current} */
    void take(TriageAssessmentRecord answer, int partition) {
        clean.merge(partition, answer.getAt(), CanaryArrivals::later);
    }

    /** Returns since when a canary of one of the two partitions is missed; empty while both arrive. */
    Optional<Instant> missedSince(int rawPartition, int cleanPartition, Instant wall) {
        if (limit.isZero() || (raw.isEmpty() && clean.isEmpty())) {
            return Optional.empty();
        }
        Instant newestRaw = raw.getOrDefault(rawPartition, started);
        Instant newestClean = clean.getOrDefault(cleanPartition, started);
        Instant oldest = newestRaw.isBefore(newestClean) ? newestRaw : newestClean;
        return later(oldest, started).isBefore(wall.minus(limit)) ? Optional.of(oldest) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
