package org.vigie.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Reads the records of observations.raw that were published after the last checkpoint. */
final class RawTopicTail {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic<Observation> raw;
    private final Deserializer<Observation> deserializer;
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<String, Instant> newest = new HashMap<>();

    private RawTopicTail(Topic<Observation> raw, AvroSerdes serdes) {
        this.raw = raw;
        this.deserializer = serdes.of(raw).deserializer();
    }

    /**
     * Reads the topic from the given offsets to its present end.
     *
     * @param from next offset of each partition; a missing partition is read from its beginning
     */
    static RawTopicTail read(KafkaConnectionConfig kafka, AvroSerdes serdes, Map<Integer, Long> from) {
        var tail = new RawTopicTail(kafka.topics().observationsRaw(), serdes);
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            tail.readAll(consumer, from);
        }
        return tail;
    }

    private void readAll(Consumer<String, byte[]> consumer, Map<Integer, Long> from) {
        List<TopicPartition> partitions = consumer.partitionsFor(raw.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> last = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long begin = begins.get(partition);
            long wanted = Math.max(begin, from.getOrDefault(partition.partition(), begin));
            consumer.seek(partition, Math.min(wanted, last.get(partition)));
            ends.put(partition.partition(), last.get(partition));
        }
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < last.get(partition))) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        read(record)
                .filter(observation -> !observation.getSource().equals(FaultInjector.SOURCE))
                .ifPresent(observation -> newest.merge(
                        observation.getBed(), observation.getReceivedTime(), (a, b) -> a.isAfter(b) ? a : b));
    }

    private Optional<Observation> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(deserializer.deserialize(record.topic(), record.value()));
        } catch (UnreadableRecordException foreign) {
            // The simulator did not send this record. The quarantine downstream reports it.
            return Optional.empty();
        }
    }

    /** Returns true when the bed's observation that is due at {@code due} was already published. */
    boolean contains(String bed, Instant due) {
        Instant last = newest.get(bed);
        return last != null && !due.isAfter(last);
    }

    /** Returns the next offset of each partition. */
    Map<Integer, Long> ends() {
        return Map.copyOf(ends);
    }
}
