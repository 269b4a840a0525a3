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
 * <p>Canaries are judged from the first one on that was sent since about the start: older ones do not show that canaries are still sent. The
 * gateway's clock and the station's must agree.
 */
final class CanaryArrivals {
    private final Duration limit;
    private final Instant started;
    private final Map<Integer, Instant> raw = new HashMap<>();
    private final Map<Integer, Instant> clean = new HashMap<>();
    private Instant judgedFrom;
    private boolean areSent;

    /**
     * Creates the arrivals of a station.
     *
     * @param limit zero: canaries are not judged
     * @param started wall time since which the station listens
     */
    CanaryArrivals(Duration limit, Instant started) {
        this.limit = limit;
        this.started = started;
        this.judgedFrom = started;
    }

    /** Judges canaries from an instant on. Each partition then has as long as the limit for its canary. */
    void judgeFrom(Instant instant) {
        judgedFrom = instant;
    }

    void take(CleanObservation canary) {
        take(raw, canary.getOrigin().getPartition(), canary.getReceivedTime());
    }

    /** @param partition of the answer in {@code triage.current} */
    void take(TriageAssessmentRecord answer, int partition) {
        take(clean, partition, answer.getAt());
    }

    private void take(Map<Integer, Instant> newest, int partition, Instant sentAt) {
        newest.merge(partition, sentAt, CanaryArrivals::later);
        areSent |= !sentAt.isBefore(started.minus(limit));
    }

    /** Returns since when a canary of one of the two partitions is missed; empty while both arrive. */
    Optional<Instant> missedSince(int rawPartition, int cleanPartition, Instant wall) {
        if (limit.isZero() || !areSent) {
            return Optional.empty();
        }
        Instant newestRaw = raw.getOrDefault(rawPartition, started);
        Instant newestClean = clean.getOrDefault(cleanPartition, started);
        Instant oldest = newestRaw.isBefore(newestClean) ? newestRaw : newestClean;
        return later(oldest, judgedFrom).isBefore(wall.minus(limit)) ? Optional.of(oldest) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
