package org.vigie.station.health;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.platform.progress.ReadHorizon;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageAssessmentRecord;

/**
 * Judges bed by bed whether readings are processed. A partition without a reader, or whose canary is missed, makes exactly its beds
 * unwatched. Safe for several threads.
 *
 * <p>A bed that has sent nothing is not judged: it has no value that could look current.
 */
public final class BedWatchdog {
    private final ReadHorizon horizon;
    private final BedWatchConfig limits;
    private final Instant started;
    private final CanaryArrivals canaries;
    private final Map<String, BedPartitions> places = new HashMap<>();

    /** Names the partitions of a bed, as its newest observation shows them. */
    private record BedPartitions(int raw, int clean, Instant received) {}

    /** Names why and since when a bed is not watched. */
    private record WatchGap(UnwatchedReason reason, Instant since) {}

    /**
     * Creates a watchdog.
     *
     * @param horizon up to when the partitions are processed
     * @param started wall time since which the station listens
     */
    public BedWatchdog(ReadHorizon horizon, BedWatchConfig limits, Instant started) {
        this.horizon = horizon;
        this.limits = limits;
        this.started = started;
        this.canaries = new CanaryArrivals(limits.canary(), started);
    }

    /** Creates a watchdog of a ward whose readings are all processed at once. */
    public static BedWatchdog ofReadPartitions(Instant started) {
        return new BedWatchdog(ReadHorizon.NOW, BedWatchConfig.defaults(), started);
    }

    /** Judges no canary until {@link #started}: those that are read first may be days old. */
    public synchronized void starts() {
        canaries.judgeFrom(Instant.MAX);
    }

    /** @param at wall time at which everything that was sent before the start is read */
    public synchronized void started(Instant at) {
        canaries.judgeFrom(at);
    }

    /** Takes the answer of alert-streams to a canary, with its partition of {@code triage.current}. */
    public synchronized void takeCanary(TriageAssessmentRecord answer, int partition) {
        canaries.take(answer, partition);
    }

    /** Takes the observation of a canary. */
    public synchronized void takeCanary(CleanObservation observation) {
        canaries.take(observation);
    }

    /** @param clean partition of the record in {@code observations.clean} */
    public synchronized void take(CleanObservation observation, int clean) {
        var place = new BedPartitions(observation.getOrigin().getPartition(), clean, observation.getReceivedTime());
        places.merge(
                observation.getBed(),
                place,
                (before, now) -> now.received().isBefore(before.received()) ? before : now);
    }

    /**
     * Returns up to when each bed is processed.
     *
     * @param beds beds with an occupant
     */
    public synchronized List<BedFreshnessSnapshot> freshness(Collection<String> beds, Instant wall) {
        return beds.stream()
                .filter(places::containsKey)
                .map(bed -> freshness(bed, places.get(bed), wall))
                .toList();
    }

    /** Returns the beds that are not watched. */
    public List<BedFreshnessSnapshot> unwatched(Collection<String> beds, Instant wall) {
        return freshness(beds, wall).stream().filter(bed -> !bed.isWatched()).toList();
    }

    private BedFreshnessSnapshot freshness(String bed, BedPartitions place, Instant wall) {
        long upTo = horizon.of(place.clean(), Set.of(place.raw()), wall.toEpochMilli());
        Optional<WatchGap> gap = unread(upTo, wall)
                .or(() -> canaries.missedSince(place.raw(), place.clean(), wall)
                        .map(since -> new WatchGap(UnwatchedReason.CANARY_MISSED, since)));
        return new BedFreshnessSnapshot(
                bed,
                place.raw(),
                place.clean(),
                upTo == 0 ? null : upTo,
                gap.map(WatchGap::reason).orElse(null),
                gap.map(found -> found.since().toEpochMilli()).orElse(null));
    }

    private Optional<WatchGap> unread(long upTo, Instant wall) {
        Instant known = upTo == 0 ? started : Instant.ofEpochMilli(upTo);
        Instant alive = known.isAfter(started) ? known : started;
        return alive.isBefore(wall.minus(limits.unread()))
                ? Optional.of(new WatchGap(UnwatchedReason.UNREAD, known))
                : Optional.empty();
    }
}
