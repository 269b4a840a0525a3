package org.vigie.alerts.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Where a ledger is read from: the topic, or a file that was exported. */
final class AlertLedgerReader {
    private static final Duration POLL = Duration.ofMillis(200);

    private AlertLedgerReader() {}

    /** Takes one entry, or none where a record cannot be read; false when it has seen enough. */
    interface EntryConsumer {
        boolean take(String place, Optional<Alert> entry) throws IOException;
    }

    /** From the first record to the last that the topic has now, partition by partition. */
    static void readTopic(KafkaConnectionConfig kafka, EntryConsumer reader) throws IOException {
        Topic<Alert> topic = kafka.topics().alertsLedger();
        var lenientEntryDeserializer = new LenientEntryDeserializer(
                new AvroSerdes(kafka.registryUrl()).of(topic).deserializer());
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), lenientEntryDeserializer)) {
            for (var partition : consumer.partitionsFor(topic.name())) {
                if (!read(consumer, new TopicPartition(topic.name(), partition.partition()), reader)) {
                    return;
                }
            }
        }
    }

    private static boolean read(
            KafkaConsumer<String, Optional<Alert>> consumer, TopicPartition partition, EntryConsumer reader)
            throws IOException {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                if (!reader.take(partition + "-" + record.offset(), entry(record.value()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A record without a value has none. */
    private static Optional<Alert> entry(Optional<Alert> value) {
        return Optional.ofNullable(value).flatMap(read -> read);
    }

    static void readFile(Path file, EntryConsumer reader) throws IOException {
        try (var entries = new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(Alert.class))) {
            for (long number = 1; entries.hasNext(); number++) {
                if (!reader.take(file.getFileName() + ":" + number, Optional.of(entries.next()))) {
                    return;
                }
            }
        }
    }

    /** An Avro file: it carries its own schema. */
    static void export(KafkaConnectionConfig kafka, Path file) throws IOException {
        try (var writer = new DataFileWriter<>(new SpecificDatumWriter<>(Alert.class))) {
            writer.create(Alert.getClassSchema(), file.toFile());
            readTopic(kafka, (place, entry) -> {
                writer.append(entry.orElseThrow(() -> new IOException(place + " cannot be read")));
                return true;
            });
        }
    }

    /** What cannot be read is none. */
    private record LenientEntryDeserializer(Deserializer<Alert> alerts) implements Deserializer<Optional<Alert>> {
        @Override
        public Optional<Alert> deserialize(String topic, byte[] bytes) {
            try {
                return Optional.ofNullable(alerts.deserialize(topic, bytes));
            } catch (UnreadableRecordException unreadable) {
                return Optional.empty();
            }
        }
    }
}
