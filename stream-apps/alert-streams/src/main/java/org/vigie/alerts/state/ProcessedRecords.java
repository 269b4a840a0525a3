package org.vigie.alerts.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.CleanObservation;

/**
 * Holds the observations that the state of a stay contains.
 *
 * @param offsets highest raw offset by raw partition p; records that were attributed late use the key -1 - p
 * @param bed bed of the newest observation
 * @param published when the broker appended the newest raw record
 */
public record ProcessedRecords(Map<Integer, Long> offsets, String bed, Instant published) {
    static final ProcessedRecords NONE = new ProcessedRecords(Map.of(), "", Instant.EPOCH);

    public ProcessedRecords {
        offsets = Map.copyOf(offsets);
    }

    boolean contains(CleanObservation observation) {
        return observation.getOrigin().getOffset() <= offsets.getOrDefault(offsetKey(observation), -1L);
    }

    boolean isEmpty() {
        return offsets.isEmpty();
    }

    ProcessedRecords and(CleanObservation observation) {
        Map<Integer, Long> more =
                offsets(offsetKey(observation), observation.getOrigin().getOffset());
        Instant at = observation.getPublishedAt();
        return at.isBefore(published)
                ? new ProcessedRecords(more, bed, published)
                : new ProcessedRecords(more, observation.getBed(), at);
    }

    /** Returns the offsets with a new one. Most stays have one partition. */
    private Map<Integer, Long> offsets(int key, long offset) {
        if (offsets.isEmpty() || (offsets.size() == 1 && offsets.containsKey(key))) {
            return Map.of(key, offset);
        }
        Map<Integer, Long> more = new HashMap<>(offsets);
        more.put(key, offset);
        return more;
    }

    /**
     * Returns the key for the offsets of a record. Records that are attributed late come after newer records of their stay and have their
     * own sequence of offsets.
     */
    private static int offsetKey(CleanObservation observation) {
        int partition = observation.getOrigin().getPartition();
        return observation.getAttributedFrom() == null ? partition : -1 - partition;
    }

    /** Returns the partitions of observations.raw with the readings of the stay's beds. */
    Set<Integer> rawPartitions() {
        return offsets.keySet().stream()
                .map(offsetKey -> offsetKey < 0 ? -1 - offsetKey : offsetKey)
                .collect(Collectors.toSet());
    }
}
