package org.vigie.replay.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.schemas.topic.Topic;

/** Reads the records of one container file as a consumer would have read them, in the order of the file. */
final class ArchiveFile<V extends SpecificRecord> implements Iterator<ConsumerRecord<byte[], byte[]>>, AutoCloseable {
    private final Path path;
    private final Topic<V> topic;
    private final Serializer<V> values;
    private final DataFileReader<GenericRecord> records;

    /**
     * Opens a file.
     *
     * @param topic of the ward, whose name the records get
     * @param values encodes them for the replay
     * @throws IllegalArgumentException when the file is no file of the archive
     */
    ArchiveFile(Path path, Topic<V> topic, Serializer<V> values) {
        this.path = path;
        this.topic = topic;
        this.values = values;
        Schema expected = new ArchivedSchema(topicSchema(topic)).extended();
        try {
            records = new DataFileReader<>(
                    path.toFile(), new SpecificDatumReader<>(expected, expected, ArchivedValues.MODEL));
        } catch (IOException e) {
            throw new IllegalArgumentException("--archive: no file of an archive: " + path + ": " + e.getMessage(), e);
        }
    }

    private static Schema topicSchema(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.value());
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public ConsumerRecord<byte[], byte[]> next() {
        try {
            return consumed(records.next());
        } catch (AvroTypeException e) {
            throw new IllegalArgumentException(
                    "--archive: a record of " + path + " does not fit this release: " + e.getMessage(), e);
        }
    }

    private ConsumerRecord<byte[], byte[]> consumed(GenericRecord archived) {
        int partition = (Integer) archived.get(ArchivedSchema.PARTITION);
        if (partition < 0) {
            throw new IllegalArgumentException("--archive: " + path
                    + " was written by an earlier release and lacks the places of its records; archive the day again");
        }
        byte[] value = values.serialize(topic.name(), ArchivedValues.value(archived, topic.value()));
        return new ConsumerRecord<>(
                topic.name(),
                partition,
                (Long) archived.get(ArchivedSchema.OFFSET),
                ((Instant) archived.get(ArchivedSchema.TIME)).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                value.length,
                archived.get(ArchivedSchema.KEY).toString().getBytes(StandardCharsets.UTF_8),
                value,
                headers((Map<?, ?>) archived.get(ArchivedSchema.HEADERS)),
                Optional.empty());
    }

    private static RecordHeaders headers(Map<?, ?> archived) {
        var headers = new RecordHeaders();
        archived.forEach(
                (key, value) -> headers.add(key.toString(), value.toString().getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be closed", e);
        }
    }
}
