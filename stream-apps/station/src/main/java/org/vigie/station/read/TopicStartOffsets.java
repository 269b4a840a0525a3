package org.vigie.station.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.vigie.schemas.topic.Topic;
import org.vigie.station.StationException;

/** Finds the offsets at which reading a topic begins, partition by partition. Times are append times of the broker. */
public final class TopicStartOffsets {
    private static final long NONE = -1;

    private final Admin admin;

    public TopicStartOffsets(Admin admin) {
        this.admin = admin;
    }

    public Map<TopicPartition, Long> beginning(Topic<?> topic) {
        return offsets(list(topic, partition -> OffsetSpec.earliest()));
    }

    /** So that what was appended within {@code span} before the topic's newest record is read: after a quiet night, too. */
    public Map<TopicPartition, Long> newest(Topic<?> topic, Duration span) {
        long newest = list(topic, partition -> OffsetSpec.maxTimestamp()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(NONE);
        Map<TopicPartition, Long> from = new HashMap<>(offsets(list(topic, partition -> OffsetSpec.latest())));
        if (newest != NONE) {
            offsets(list(topic, partition -> OffsetSpec.forTimestamp(Math.max(0, newest - span.toMillis()))))
                    .forEach((partition, offset) -> from.computeIfPresent(
                            partition, (same, latest) -> offset == NONE ? latest : Math.min(offset, latest)));
        }
        return from;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(Topic<?> topic, Function<TopicPartition, OffsetSpec> spec) {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(Function.identity(), spec));
        try {
            return admin.listOffsets(asked).all().get();
        } catch (ExecutionException e) {
            throw new StationException(
                    "TOPIC_UNREACHABLE",
                    topic.name() + " cannot be read (" + e.getCause().getMessage()
                            + "): is the broker up, were the topics created with " + topic.partitions()
                            + " partitions?",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationException("INTERRUPTED", "while looking for " + topic.name(), e);
        }
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> listed) {
        return listed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
