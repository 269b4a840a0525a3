package org.vigie.alerts.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;

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
        try {
            return reader.take(record.place(), record.readableValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
