package org.vigie.local;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;

/**
 * Finds when a broker took the oldest record that it still has of each topic.
 *
 * @param kafka where the broker is
 */
record OldestRecords(KafkaConnectionConfig kafka) {
    private static final Duration POLL = Duration.ofMillis(500);
    /** One batch is enough of each partition. */
    private static final Map<String, Object> LITTLE =
            Map.of(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);

    /** Returns the time of the oldest record of each topic that has one. */
    Map<String, Instant> of(List<String> topics) {
        Map<String, Instant> oldest = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaClients(kafka).consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), LITTLE)) {
            Set<TopicPartition> waiting = filled(consumer, topics);
            consumer.assign(waiting);
            consumer.seekToBeginning(waiting);
            while (!waiting.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    oldest.merge(record.topic(), Instant.ofEpochMilli(record.timestamp()), OldestRecords::earlier);
                    waiting.remove(new TopicPartition(record.topic(), record.partition()));
                }
                waiting.removeIf(partition -> isAtEnd(consumer, partition));
                consumer.pause(consumer.assignment().stream()
                        .filter(partition -> !waiting.contains(partition))
                        .toList());
            }
        }
        return oldest;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A partition may lose its last record while it is waited for. */
    private static boolean isAtEnd(Consumer<?, ?> consumer, TopicPartition partition) {
        return consumer.currentLag(partition).orElse(1) == 0;
    }

    private static Set<TopicPartition> filled(Consumer<?, ?> consumer, List<String> topics) {
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(all);
        Set<TopicPartition> filled = new HashSet<>();
        consumer.endOffsets(all).forEach((partition, end) -> {
            if (end > begin.getOrDefault(partition, 0L)) {
                filled.add(partition);
            }
        });
        return filled;
    }
}
