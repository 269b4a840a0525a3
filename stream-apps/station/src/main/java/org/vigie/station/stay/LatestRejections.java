package org.vigie.station.stay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;

/** Holds the newest rejection of each source of each variable. The number of sources is bounded; the oldest rejection is dropped first. */
final class LatestRejections {
    private final Map<String, Map<SourceKey, LatestRejection>> byVariable = new HashMap<>();

    void take(RejectedReading rejected) {
        ReadingRecord reading = rejected.getReading();
        Map<SourceKey, LatestRejection> bySource =
                byVariable.computeIfAbsent(reading.getVariable(), ignored -> new HashMap<>());
        bySource.merge(
                new SourceKey(rejected.getSource(), rejected.getDevice(), reading.getChannel()),
                new LatestRejection(rejected.getReason(), rejected.getReceivedTime()),
                (old, now) -> now.received().isBefore(old.received()) ? old : now);
        if (bySource.size() > UnfollowedSources.HELD) {
            dropOldest(bySource);
        }
    }

    /** Returns the newest rejection of the source of a reading; null when none of it was rejected. */
    LatestRejection of(LatestReading reading) {
        return byVariable.getOrDefault(reading.variable().name(), Map.of()).get(reading.key());
    }

    private static void dropOldest(Map<SourceKey, LatestRejection> bySource) {
        bySource.values().stream()
                .min(Comparator.comparing(LatestRejection::received))
                .ifPresent(oldest -> bySource.values().remove(oldest));
    }
}
