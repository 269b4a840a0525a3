package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.CleanObservation;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.triage.DisplayedTriage;

/**
 * What is remembered of one stay.
 *
 * @param calls its alarms, with what was asked about them
 * @param hash of its newest ledger entry; empty before the first
 * @param bed where it was last seen
 * @param taken highest raw offset that was taken in, by raw partition p; of what was attributed late under -1 - p
 * @param shown the triage on the screen; none or one
 * @param published when the broker took the newest raw record
 * @param ended wall-clock time at which its end was noted; none or one
 */
record StayAlertState(
        AlarmDetectionState watch,
        StayAlarms calls,
        String hash,
        String bed,
        Map<Integer, Long> taken,
        StayRisk risk,
        List<DisplayedTriage> shown,
        Instant published,
        List<Instant> ended) {
    StayAlertState {
        taken = Map.copyOf(taken);
        shown = List.copyOf(shown);
        ended = List.copyOf(ended);
    }

    static StayAlertState of(String stay) {
        return new StayAlertState(
                new AlarmDetectionState(stay),
                new StayAlarms(stay),
                "",
                "",
                Map.of(),
                StayRisk.NONE,
                List.of(),
                Instant.EPOCH,
                List.of());
    }

    String name() {
        return watch.stay();
    }

    boolean hasTaken(CleanObservation observation) {
        return observation.getOrigin().getOffset() <= taken.getOrDefault(lane(observation), -1L);
    }

    boolean isEnded() {
        return !ended.isEmpty();
    }

    boolean isEndedBefore(Instant time) {
        return ended.stream().anyMatch(noted -> noted.isBefore(time));
    }

    StayAlertState taking(CleanObservation observation) {
        Map<Integer, Long> more = new HashMap<>(taken);
        more.put(lane(observation), observation.getOrigin().getOffset());
        Instant at = observation.getPublishedAt();
        boolean older = at.isBefore(published);
        return new StayAlertState(
                watch,
                calls,
                hash,
                older ? bed : observation.getBed(),
                more,
                risk,
                shown,
                older ? published : at,
                ended);
    }

    /** What is attributed late comes behind what its stay said meanwhile: it has an order of its own. */
    private static int lane(CleanObservation observation) {
        int partition = observation.getOrigin().getPartition();
        return observation.getAttributedFrom() == null ? partition : -1 - partition;
    }

    StayAlertState sealedBy(LedgerWriter writer) {
        return new StayAlertState(watch, calls, writer.hash(), bed, taken, risk, shown, published, ended);
    }

    /** Partitions of observations.raw with what was said at its beds. */
    Set<Integer> rawPartitions() {
        return taken.keySet().stream().map(lane -> lane < 0 ? -1 - lane : lane).collect(Collectors.toSet());
    }

    /** No reading of it ever came: only somebody's command named it. */
    boolean hasNoReadings() {
        return taken.isEmpty();
    }

    /** What the stay's clock shows when the broker takes a record at {@code time}. */
    Instant clockAt(Instant time) {
        Duration later = Duration.between(published, time);
        return hasNoReadings() || later.isNegative()
                ? watch.clock()
                : watch.clock().plus(later);
    }

    StayAlertState with(StayRisk newRisk) {
        return new StayAlertState(watch, calls, hash, bed, taken, newRisk, shown, published, ended);
    }

    StayAlertState with(DisplayedTriage newShown) {
        return new StayAlertState(watch, calls, hash, bed, taken, risk, List.of(newShown), published, ended);
    }

    StayAlertState endingAt(Instant noted) {
        return new StayAlertState(watch, calls, hash, bed, taken, risk, shown, published, List.of(noted));
    }

    /** Its end was written by mistake. */
    StayAlertState goingOn() {
        return new StayAlertState(watch, calls, hash, bed, taken, risk, shown, published, List.of());
    }
}
