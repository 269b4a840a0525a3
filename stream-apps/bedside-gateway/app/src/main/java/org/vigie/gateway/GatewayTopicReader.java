package org.vigie.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Reads a topic from its beginning, on its own, without a group. One thread. */
final class GatewayTopicReader<V extends SpecificRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, V> consumer;

    GatewayTopicReader(KafkaConnectionConfig kafka, AvroSerdes serdes, Topic<V> topic) {
        Deserializer<V> values = serdes.of(topic).deserializer();
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                values);
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Hands over everything up to what is the topic's end now. */
    void readAll(BiConsumer<String, V> taker) {
        readAllRecords(record -> taker.accept(record.key(), record.value()));
    }

    /** Goes on from these offsets by partition; a partition that is not named stays where it is. */
    void seek(Map<String, Long> positions) {
        for (TopicPartition partition : consumer.assignment()) {
            Long offset = positions.get(Integer.toString(partition.partition()));
            if (offset != null) {
                consumer.seek(partition, offset);
            }
        }
    }

    /** The same as {@link #readAll} with where each record lies. */
    void readAllRecords(Consumer<ConsumerRecord<String, V>> taker) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(taker);
        }
    }

    /** Hands over what has come, waiting a moment for it. */
    void poll(BiConsumer<String, V> taker) {
        for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
            taker.accept(record.key(), record.value());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
