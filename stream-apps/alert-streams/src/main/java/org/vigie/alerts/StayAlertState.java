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
 * The state of the step alert for one stay.
 *
 * @param watch state of the alarm rules
 * @param calls the stay's alarms with their acknowledgements, pauses, shelvings and limits
 * @param hash hash of its newest ledger entry; empty before the first entry
 * @param bed bed of its newest record
 * @param taken highest processed raw offset by raw partition p; records that were attributed late use the key -1 - p
 * @param risk newest risk score
 * @param shown the displayed triage; empty or one element
 * @param published when the broker appended the newest raw record
 * @param ended wall-clock time at which its end was noted; empty or one element
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
        return observation.getOrigin().getOffset() <= taken.getOrDefault(offsetKey(observation), -1L);
    }

    boolean isEnded() {
        return !ended.isEmpty();
    }

    boolean isEndedBefore(Instant time) {
        return ended.stream().anyMatch(noted -> noted.isBefore(time));
    }

    StayAlertState taking(CleanObservation observation) {
        Map<Integer, Long> more = new HashMap<>(taken);
        more.put(offsetKey(observation), observation.getOrigin().getOffset());
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

    /**
     * Returns the key for the offsets of a record. Records that are attributed late come after newer records of their stay and have their
     * own sequence of offsets.
     */
    private static int offsetKey(CleanObservation observation) {
        int partition = observation.getOrigin().getPartition();
        return observation.getAttributedFrom() == null ? partition : -1 - partition;
    }

    StayAlertState sealedBy(LedgerWriter writer) {
        return new StayAlertState(watch, calls, writer.hash(), bed, taken, risk, shown, published, ended);
    }

    /** Returns the partitions of observations.raw with the readings of its beds. */
    Set<Integer> rawPartitions() {
        return taken.keySet().stream()
                .map(offsetKey -> offsetKey < 0 ? -1 - offsetKey : offsetKey)
                .collect(Collectors.toSet());
    }

    /** Returns true when the stay has no readings, because only a command named it. */
    boolean hasNoReadings() {
        return taken.isEmpty();
    }

    /** Returns the stay's clock at the time at which the broker appends a record. */
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

    /** Returns the state of a stay whose end was written by mistake. */
    StayAlertState goingOn() {
        return new StayAlertState(watch, calls, hash, bed, taken, risk, shown, published, List.of());
    }
}
