package org.vigie.alerts.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.BoundedAvroFile;

/** Reads ledger entries from the topic or from an exported file. */
final class AlertLedgerReader {
    private AlertLedgerReader() {}

    /** Processes one entry, or none for an unreadable record. Returns false to stop the reading. */
    interface EntryConsumer {
        boolean take(String place, Optional<Alert> entry) throws IOException;
    }

    /** Reads the topic from the first record to its present last record, partition by partition. */
    static void readTopic(KafkaConnectionConfig kafka, EntryConsumer reader) throws IOException {
        var serdes = new AvroSerdes(kafka.registry());
        try (var topic = TopicReader.fromBeginning(kafka, serdes, kafka.topics().alertsLedger())) {
            topic.readInTurnWhile(record -> passOn(reader, record));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Passes the entry of one record on; a record without a value and an unreadable record have no entry. Returns false to stop the
     * reading.
     */
    private static boolean passOn(EntryConsumer reader, TopicRecord<Alert> record) {
        return pass(reader, record.place(), record.readableValue());
    }

    private static boolean pass(EntryConsumer reader, String place, Optional<Alert> entry) {
        try {
            return reader.take(place, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file that somebody may have changed: it is read with limits. */
    static void readFile(Path file, EntryConsumer reader) throws IOException {
        var number = new AtomicLong();
        new BoundedAvroFile<>(file, Alert.class)
                .readWhile(
                        entry -> pass(reader, file.getFileName() + ":" + number.incrementAndGet(), Optional.of(entry)));
    }

    /** Writes the topic to an Avro file, which contains its own schema. */
    static void export(KafkaConnectionConfig kafka, Path file) throws IOException {
        try (var writer = new DataFileWriter<>(new SpecificDatumWriter<>(Alert.class))) {
            writer.create(Alert.getClassSchema(), file.toFile());
            readTopic(kafka, (place, entry) -> {
                writer.append(entry.orElseThrow(() -> new IOException(place + " cannot be read")));
                return true;
            });
        }
    }
}
