package org.vigie.bench.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;

/** Measures the state that the changelog topics of a namespace hold. */
record ChangelogSize(KafkaConnectionConfig kafka) {
    private static final Duration POLL = Duration.ofSeconds(1);

    /** Returns the bytes of the newest record of each key, keys included. */
    long bytes() {
        try (var consumer =
                new KafkaClients(kafka).consumer(new StringDeserializer(), new ByteArrayDeserializer(), Map.of())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, Integer> sizes = new HashMap<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> add(record, sizes));
            }
            return sizes.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(this::isChangelog)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private boolean isChangelog(PartitionInfo partition) {
        return partition.topic().startsWith("vigie." + kafka.namespace() + ".")
                && partition.topic().endsWith("-changelog");
    }

    private static void add(ConsumerRecord<String, byte[]> record, Map<String, Integer> sizes) {
        String key = record.topic() + "/" + record.partition() + "/" + record.key();
        if (record.value() == null) {
            sizes.remove(key);
        } else {
            sizes.put(key, record.key().length() + record.value().length);
        }
    }
}
