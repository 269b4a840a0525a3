package org.vigie.notifications.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.TopicSchemas;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/**
 * Reads the alarms of one channel from one topic, Vigie's own or the monitors'. At its first start a channel delivers only alarms that come from then on.
 *
 * <p>It is no {@link org.vigie.platform.topic.TopicReader}: each channel is a consumer group, whose offsets are committed once the
 * receiver has acknowledged the alarms.
 */
public final class TopicAlertSource<V extends SpecificRecord> implements AlertSource {
    private static final Logger LOG = LoggerFactory.getLogger(TopicAlertSource.class);

    /** A monitor's alarm that was last reported earlier than this before the start is not shown as open. Its end may have been lost. */
    private static final Duration REPORTED_WITHIN = Duration.ofDays(1);

    private final Consumer<String, V> consumer;
    private final Function<V, Optional<Alert>> mapper;
    private final List<TopicPartition> partitions;
    private final boolean mirrors;

    private TopicAlertSource(
            Consumer<String, V> consumer, Topic<V> topic, boolean mirrors, Function<V, Optional<Alert>> mapper) {
        this.consumer = consumer;
        this.mapper = mapper;
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

    /** Opens the source of Vigie's own alarms. */
    public static AlertSource open(KafkaConnectionConfig kafka, NotificationChannel channel) {
        Topic<Alert> topic = channel.mirrors()
                ? kafka.topics().alertsCurrent()
                : kafka.topics().alertsLedger();
        return open(kafka, topic, channel.name(), channel.mirrors(), TopicAlertSource::own);
    }

    /** Leaves out the monitors' own alarms in the ledger: each channel reads them from their own topic. */
    private static Optional<Alert> own(Alert alert) {
        return BedsideAlarmMapper.isOfMonitor(alert) ? Optional.empty() : Optional.of(alert);
    }

    /** Opens the source of the monitors' own alarms. A channel that shows the present state reads them from the beginning. */
    public static AlertSource openMonitors(KafkaConnectionConfig kafka, NotificationChannel channel) {
        Topic<BedsideAlarm> topic = kafka.topics().alarmsBedside();
        var mapper = new MonitorAlarmMapper(MonitorAlarmRule.standard());
        Instant oldest = channel.mirrors() ? Instant.now().minus(REPORTED_WITHIN) : Instant.MIN;
        return open(
                kafka,
                topic,
                channel.name() + "-monitors",
                channel.mirrors(),
                alarm -> alarm.getReceivedTime().isBefore(oldest) ? Optional.empty() : mapper.alert(alarm));
    }

    private static <V extends SpecificRecord> AlertSource open(
            KafkaConnectionConfig kafka,
            Topic<V> topic,
            String group,
            boolean mirrors,
            Function<V, Optional<Alert>> mapper) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "vigie-" + kafka.namespace() + "-notifications-" + group,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                100);
        var serdes = new AvroSerdes(kafka.registry());
        new TopicSchemas(serdes).register(List.of(topic));
        var values = new LenientDeserializer<>(serdes.of(topic).deserializer());
        Consumer<String, V> consumer = new KafkaClients(kafka).consumer(new StringDeserializer(), values, settings);
        return new TopicAlertSource<>(consumer, topic, mirrors, mapper);
    }

    /** Skips records that cannot be decoded. One app writes each topic, and the other apps quarantine such a record. */
    private record LenientDeserializer<V>(Deserializer<V> values) implements Deserializer<V> {
        @Override
        public V deserialize(String topic, byte[] bytes) {
            try {
                return values.deserialize(topic, bytes);
            } catch (UnreadableRecordException e) {
                LOG.warn("A record of {} cannot be decoded and is skipped: {}", topic, e.getMessage());
                return null;
            }
        }
    }

    @Override
    public Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout) {
        List<ConsumerRecord<String, Alert>> alerts = new ArrayList<>();
        consumer.poll(timeout).forEach(record -> alerts.add(mapped(record)));
        return alerts;
    }

    private ConsumerRecord<String, Alert> mapped(ConsumerRecord<String, V> record) {
        Optional<Alert> alert = Optional.ofNullable(record.value()).flatMap(mapper);
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                alert.orElse(null),
                record.headers(),
                record.leaderEpoch());
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
