package org.vigie.station.read;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.vigie.platform.monitoring.HealthCheck;

/**
 * Holds whether the station has read everything that its topics held when it started. Until then an open alarm may still be unread, so that
 * the ward counts as not watched.
 */
final class StartReading {
    private final Map<TopicPartition, Long> ends;
    private final Runnable finished;
    private volatile boolean isFinished;

    /**
     * Creates the reading of a start.
     *
     * @param ends offset after the last record that each partition held at the start
     * @param finished runs once, when all of them are reached
     */
    StartReading(Map<TopicPartition, Long> ends, Runnable finished) {
        this.ends = Map.copyOf(ends);
        this.finished = finished;
    }

    /** @param positions offset of the next record of each partition: all before it are taken */
    void reach(Map<TopicPartition, Long> positions) {
        if (isFinished || !ends.entrySet().stream().allMatch(end -> isReached(end, positions))) {
            return;
        }
        isFinished = true;
        finished.run();
    }

    private static boolean isReached(Map.Entry<TopicPartition, Long> end, Map<TopicPartition, Long> positions) {
        return positions.getOrDefault(end.getKey(), 0L) >= end.getValue();
    }

    /** Fails until the reading of the start is finished. */
    HealthCheck readiness() {
        return HealthCheck.of(
                "station start", () -> isFinished, () -> isFinished ? "read" : "reads the records before the start");
    }
}
