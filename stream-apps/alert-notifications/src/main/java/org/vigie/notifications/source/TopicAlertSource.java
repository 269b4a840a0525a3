package org.vigie.notifications.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.TopicSchemas;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/**
 * Reads the alarms of one channel from one topic, Vigie's own or the monitors'. At its first start a channel delivers only alarms that come from then on.
 *
 * <p>It is no {@link org.vigie.platform.topic.TopicReader}: each channel is a consumer group, whose offsets are committed once the
 * receiver has acknowledged the alarms.
 */
public final class TopicAlertSource<V extends SpecificRecord> implements AlertSource {
    private final Consumer<String, V> consumer;
    private final Function<V, List<Alert>> mapper;
    private final List<TopicPartition> partitions;
    private final boolean mirrors;
    private final InstantSource clock;
    /** Partitions of which this channel has delivered something before. */
    private final List<TopicPartition> committed;

    TopicAlertSource(
            Consumer<String, V> consumer,
            Topic<V> topic,
            boolean mirrors,
            Function<V, List<Alert>> mapper,
            InstantSource clock) {
        this.consumer = consumer;
        this.clock = clock;
        this.mapper = mapper;
        this.mirrors = mirrors;
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        if (mirrors) {
            consumer.seekToBeginning(partitions);
        }
        this.committed = mirrors ? List.of() : seekToCommitted();
    }

    /** Opens the source of Vigie's own alarms. */
    public static AlertSource open(KafkaConnectionConfig kafka, NotificationChannel channel) {
        Topic<Alert> topic = channel.mirrors()
                ? kafka.topics().alertsCurrent()
                : kafka.topics().alertsLedger();
        return open(kafka, topic, channel.name(), channel.mirrors(), TopicAlertSource::own);
    }

    /** Leaves out the monitors' own alarms in the ledger: each channel reads them from their own topic. */
    private static List<Alert> own(Alert alert) {
        return BedsideAlarmMapper.isOfMonitor(alert) ? List.of() : List.of(alert);
    }

    /** Opens a source whose records are mapped to the alarms that they report. */
    static <V extends SpecificRecord> TopicAlertSource<V> open(
            KafkaConnectionConfig kafka,
            Topic<V> topic,
            String group,
            boolean mirrors,
            Function<V, List<Alert>> mapper) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                "vigie-" + kafka.namespace() + "-notifications-" + group,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                100);
        var serdes = new AvroSerdes(kafka.registry());
        new TopicSchemas(serdes).register(List.of(topic));
        var values = new LenientDeserializer<>(serdes.of(topic).deserializer());
        Consumer<String, V> consumer = new KafkaClients(kafka).consumer(new StringDeserializer(), values, settings);
        return new TopicAlertSource<>(consumer, topic, mirrors, mapper, InstantSource.system());
    }

    @Override
    public Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout) {
        var polled = consumer.poll(timeout);
        return () -> StreamSupport.stream(polled.spliterator(), false)
                .flatMap(this::mapped)
                .iterator();
    }

    /** Maps a record when it is its turn, so that the mapper knows what became of the records before it. */
    private Stream<ConsumerRecord<String, Alert>> mapped(ConsumerRecord<String, V> record) {
        List<Alert> alerts = record.value() == null ? List.of() : mapper.apply(record.value());
        return alerts.stream().map(alert -> withValue(record, alert));
    }

    private static ConsumerRecord<String, Alert> withValue(ConsumerRecord<String, ?> record, Alert alert) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                alert,
                record.headers(),
                record.leaderEpoch());
    }

    /**
     * Hands over again what this channel has committed and the broker took since {@code from}. Nothing of it is delivered.
     *
     * @return false when it took longer than a minute, so that the newest records were not handed over
     */
    boolean readCommitted(Instant from, java.util.function.Consumer<V> handler) {
        return new CommittedRecordReader<>(consumer, clock).read(committed, from, handler);
    }

    /** Takes at most a minute: what was not read then is not handed over. */
    @Override
    public void readAgain(Instant from, java.util.function.Consumer<Alert> handler) {
        boolean unused = readCommitted(from, value -> mapper.apply(value).forEach(handler));
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

    /** Goes to the committed offsets, and to the end of partitions without one. Returns the partitions that had one. */
    private List<TopicPartition> seekToCommitted() {
        Map<TopicPartition, OffsetAndMetadata> offsets = consumer.committed(Set.copyOf(partitions));
        List<TopicPartition> unknown = partitions.stream()
                .filter(partition -> offsets.get(partition) == null)
                .toList();
        if (!unknown.isEmpty()) { // commitSync with an empty assignment would commit all positions
            consumer.seekToEnd(unknown);
            unknown.forEach(consumer::position);
            consumer.commitSync();
        }
        return partitions.stream()
                .filter(partition -> !unknown.contains(partition))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
