package org.vigie.alerts.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.CleanObservation;
import org.vigie.signal.identify.AttributedOffsets;

/**
 * Holds the observations that the state of a stay contains. Live records come in the order of their offsets; records that were attributed
 * late come after newer ones, in rounds.
 *
 * @param offsets highest raw offset of the live records, by raw partition
 * @param attributed raw offsets of the records that were attributed late, by raw partition
 * @param bed bed of the newest observation
 * @param published when the broker appended the newest raw record
 */
public record ProcessedRecords(
        Map<Integer, Long> offsets, Map<Integer, AttributedOffsets> attributed, String bed, Instant published) {
    static final ProcessedRecords NONE = new ProcessedRecords(Map.of(), Map.of(), "", Instant.EPOCH);

    public ProcessedRecords {
        offsets = Map.copyOf(offsets);
        attributed = Map.copyOf(attributed);
    }

    boolean contains(CleanObservation observation) {
        int partition = observation.getOrigin().getPartition();
        long offset = observation.getOrigin().getOffset();
        return observation.getAttributedFrom() == null
                ? offset <= offsets.getOrDefault(partition, AttributedOffsets.NOTHING)
                : attributed.getOrDefault(partition, AttributedOffsets.NONE).contains(offset);
    }

    boolean isEmpty() {
        return offsets.isEmpty() && attributed.isEmpty();
    }

    ProcessedRecords and(CleanObservation observation) {
        boolean live = observation.getAttributedFrom() == null;
        Instant at = observation.getPublishedAt();
        boolean newest = !at.isBefore(published);
        return new ProcessedRecords(
                live ? live(observation) : offsets,
                live ? settledAt(at) : attributed(observation),
                newest ? observation.getBed() : bed,
                newest ? at : published);
    }

    /** Returns the live offsets with a new one. Most stays have one partition. */
    private Map<Integer, Long> live(CleanObservation observation) {
        int partition = observation.getOrigin().getPartition();
        long offset = observation.getOrigin().getOffset();
        if (offsets.isEmpty() || (offsets.size() == 1 && offsets.containsKey(partition))) {
            return Map.of(partition, offset);
        }
        Map<Integer, Long> more = new HashMap<>(offsets);
        more.put(partition, offset);
        return more;
    }

    private Map<Integer, AttributedOffsets> attributed(CleanObservation observation) {
        int partition = observation.getOrigin().getPartition();
        AttributedOffsets before = attributed.getOrDefault(partition, AttributedOffsets.NONE);
        Map<Integer, AttributedOffsets> more = new HashMap<>(attributed);
        more.put(partition, before.and(observation.getOrigin().getOffset(), observation.getPublishedAt()));
        return more;
    }

    private Map<Integer, AttributedOffsets> settledAt(Instant at) {
        if (attributed.isEmpty()) {
            return attributed;
        }
        Map<Integer, AttributedOffsets> settled = new HashMap<>(attributed);
        settled.replaceAll((partition, each) -> each.settledAt(at));
        return settled;
    }

    /** Returns the partitions of observations.raw with the readings of the stay's beds. */
    Set<Integer> rawPartitions() {
        Set<Integer> partitions = new HashSet<>(offsets.keySet());
        partitions.addAll(attributed.keySet());
        return partitions;
    }
}
