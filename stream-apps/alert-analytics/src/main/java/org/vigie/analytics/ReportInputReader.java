package org.vigie.analytics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Reads the input of a report from the topics, from their beginning to their present end. */
final class ReportInputReader {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConnectionConfig kafka;
    private final AvroSerdes serdes;
    private int unreadable;

    ReportInputReader(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        this.serdes = new AvroSerdes(kafka.registryUrl());
    }

    Collection<AlarmEpisode> episodes() {
        Map<String, AlarmEpisode> episodes = new HashMap<>();
        read(
                kafka.topics().alertsLedger(),
                entry -> EpisodeAggregator.after(Optional.ofNullable(episodes.get(entry.getAlert())), entry)
                        .ifPresent(after -> episodes.put(after.getAlert(), after)));
        return episodes.values();
    }

    /** Returns the newest record of each bed. */
    Collection<BedStays> beds() {
        Map<String, BedStays> beds = new HashMap<>();
        read(kafka.topics().staysCurrent(), bed -> beds.put(bed.getBed(), bed));
        return beds.values();
    }

    /** Returns the number of records that could not be decoded and were left out. */
    int unreadable() {
        return unreadable;
    }

    private <V extends SpecificRecord> void read(Topic<V> topic, Consumer<V> taker) {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        Deserializer<V> values = serdes.of(topic).deserializer();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> left = new ArrayList<>(IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList());
            consumer.assign(left);
            consumer.seekToBeginning(left);
            Map<TopicPartition, Long> ends = consumer.endOffsets(left);
            left.removeIf(each -> consumer.position(each) >= ends.get(each));
            while (!left.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(values, record, taker);
                }
                left.removeIf(each -> consumer.position(each) >= ends.get(each));
            }
        }
    }

    private <V> void take(Deserializer<V> values, ConsumerRecord<byte[], byte[]> record, Consumer<V> taker) {
        try {
            Optional.ofNullable(values.deserialize(record.topic(), record.value()))
                    .ifPresent(taker);
        } catch (UnreadableRecordException e) {
            unreadable++;
        }
    }
}
