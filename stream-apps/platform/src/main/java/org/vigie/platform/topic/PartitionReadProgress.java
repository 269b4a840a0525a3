package org.vigie.platform.topic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Watches the positions of a reader on its way to given ends. */
final class PartitionReadProgress {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Map<TopicPartition, Long> positions;
    private final Map<TopicPartition, Long> ends;
    private final String broker;
    private final InstantSource clock;
    private Map<TopicPartition, Long> before;
    private Instant progressAt;

    /** @param positions of the reader; they change while it reads */
    PartitionReadProgress(
            Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends, String broker, InstantSource clock) {
        this.positions = positions;
        this.ends = ends;
        this.broker = broker;
        this.clock = clock;
        before = Map.copyOf(positions);
        progressAt = clock.instant();
    }

    boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue());
    }

    /** @throws TopicUnavailableException when no position has changed for 30 seconds */
    void check() {
        if (!before.equals(positions)) {
            before = Map.copyOf(positions);
            progressAt = clock.instant();
        } else if (clock.instant().isAfter(progressAt.plus(DEADLINE))) {
            throw stalled();
        }
    }

    private TopicUnavailableException stalled() {
        var topics = new TreeSet<String>();
        positions.keySet().forEach(partition -> topics.add(partition.topic()));
        var open = new TreeMap<String, String>();
        ends.forEach((partition, end) -> {
            if (position(partition) < end) {
                open.put(partition.toString(), position(partition) + " of " + end);
            }
        });
        return new TopicUnavailableException(
                String.join(", ", topics) + " cannot be read to the end: the broker at " + broker + " gave nothing for "
                        + DEADLINE.toSeconds() + " s; read so far " + open,
                null);
    }

    private long position(TopicPartition partition) {
        return positions.getOrDefault(partition, 0L);
    }
}
