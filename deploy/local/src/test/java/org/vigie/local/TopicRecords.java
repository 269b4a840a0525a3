package org.vigie.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Reads every record of a topic. */
final class TopicRecords {
    private TopicRecords() {}

    /** All records up to the present end, first to last within a partition. */
    static <V extends SpecificRecord> List<V> read(KafkaConnectionConfig kafka, Topic<V> topic) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        var values = new AvroSerdes(kafka.registryUrl()).of(topic).deserializer();
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        List<V> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            }
        }
        return read;
    }
}
