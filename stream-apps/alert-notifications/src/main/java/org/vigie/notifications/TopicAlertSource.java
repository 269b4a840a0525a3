package org.vigie.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/**
 * Reads the alarms of one channel from its topic. At its first start a channel delivers only alarms that come from then on.
 *
 * <p>It is no {@link org.vigie.platform.topic.TopicReader}: each channel is a consumer group, whose offsets are committed once the
 * receiver has acknowledged the alarms.
 */
final class TopicAlertSource implements AlertSource {
    private static final Logger LOG = LoggerFactory.getLogger(TopicAlertSource.class);

    private final Consumer<String, Alert> consumer;
    private final List<TopicPartition> partitions;
    private final boolean mirrors;

    private TopicAlertSource(Consumer<String, Alert> consumer, Topic<Alert> topic, boolean mirrors) {
        this.consumer = consumer;
        this.mirrors = mirrors;
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        if (mirrors) {
            consumer.seekToBeginning(partitions);
        } else {
            seekToCommitted();
        }
    }

    static TopicAlertSource open(KafkaConnectionConfig kafka, NotificationChannel channel) {
        Topic<Alert> topic = channel.mirrors()
                ? kafka.topics().alertsCurrent()
                : kafka.topics().alertsLedger();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "vigie-" + kafka.namespace() + "-notifications-" + channel.name(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                100);
        var alerts = new LenientAlertDeserializer(
                new AvroSerdes(kafka.registryUrl()).of(topic).deserializer());
        Consumer<String, Alert> consumer = new KafkaClients(kafka).consumer(new StringDeserializer(), alerts, settings);
        return new TopicAlertSource(consumer, topic, channel.mirrors());
    }

    /** Skips records that cannot be decoded. Only alert-streams writes this topic, and the other apps quarantine such a record. */
    private record LenientAlertDeserializer(Deserializer<Alert> alerts) implements Deserializer<Alert> {
        @Override
        public Alert deserialize(String topic, byte[] bytes) {
            try {
                return alerts.deserialize(topic, bytes);
            } catch (UnreadableRecordException e) {
                LOG.warn("A record of {} cannot be decoded and is skipped: {}", topic, e.getMessage());
                return null;
            }
        }
    }

    @Override
    public Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout) {
        return consumer.poll(timeout);
    }

    @Override
    public void commit() {
        if (!mirrors) {
            consumer.commitSync();
        }
    }

    @Override
    public long waiting() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - consumer.position(end.getKey()))
                .sum();
    }

    private void seekToCommitted() {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        List<TopicPartition> unknown = partitions.stream()
                .filter(partition -> committed.get(partition) == null)
                .toList();
        if (!unknown.isEmpty()) { // commitSync with an empty assignment would commit all positions
            consumer.seekToEnd(unknown);
            unknown.forEach(consumer::position);
            consumer.commitSync();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
