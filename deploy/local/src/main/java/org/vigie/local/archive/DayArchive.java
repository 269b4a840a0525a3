package org.vigie.local.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/**
 * Writes the records of whole days into files, in the order in which the broker took them.
 *
 * @param folder of the archive: {@code TOPIC/day=DAY/unit=UNIT/records.avro}, or {@code records.parquet}
 */
record DayArchive(KafkaConnectionConfig kafka, Path folder, ArchiveFormat format) {
    /**
     * Writes the records that the broker took on a day. Files of the same day are replaced.
     *
     * @param day in UTC
     * @return records by the name of the topic, such as {@code observations.clean}
     */
    Map<String, Long> write(LocalDate day) {
        Map<String, Long> written = new LinkedHashMap<>();
        for (Topic<? extends SpecificRecord> topic : kept()) {
            written.put(shortName(topic), write(topic, day));
        }
        return written;
    }

    /** Returns the topics that a study or an inquiry needs later: what was measured, what was left out, and what was decided. */
    private List<Topic<? extends SpecificRecord>> kept() {
        var topics = kafka.topics();
        return List.of(
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.scoresSurvival(),
                topics.triageCurrent(),
                topics.alertsLedger());
    }

    private String shortName(Topic<?> topic) {
        return topic.name().substring(("vigie." + kafka.namespace() + ".").length());
    }

    /** Writes one topic. A compacted one is read from its beginning: earlier records are left out. */
    private <V extends SpecificRecord> long write(Topic<V> topic, LocalDate day) {
        var period = new PartitionPeriod(start(day), start(day.plusDays(1)));
        Deserializer<V> values = new AvroSerdes(kafka.registry()).of(topic).deserializer();
        Path target = folder.resolve(shortName(topic)).resolve("day=" + day);
        try (var files = new UnitFiles<V>(target, format);
                var reader = TimeOrderedReader.open(kafka, List.of(topic), period)) {
            reader.readAll(record -> value(record, values)
                    .filter(value -> record.timestamp() >= period.from().toEpochMilli())
                    .ifPresent(files::add));
            return files.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + target + " cannot be written", e);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Returns the value; empty for a deletion, and for bytes that cannot be read, which lie in quarantine. */
    private static <V> Optional<V> value(ConsumerRecord<byte[], byte[]> record, Deserializer<V> values) {
        try {
            return Optional.ofNullable(record.value()).map(bytes -> values.deserialize(record.topic(), bytes));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }
}
