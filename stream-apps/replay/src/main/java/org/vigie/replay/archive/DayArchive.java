package org.vigie.replay.archive;

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
import org.vigie.schemas.topic.TopicCatalogue;

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
        for (Topic<? extends SpecificRecord> topic : kept(kafka.topics())) {
            written.put(ArchiveFolder.shortName(topic), write(topic, day));
        }
        return written;
    }

    /**
     * Returns the topics that a study or an inquiry needs later: what was measured, what was left out, what was decided, and what a replay
     * needs to decide it again.
     */
    static List<Topic<? extends SpecificRecord>> kept(TopicCatalogue topics) {
        return List.of(
                topics.observationsRaw(),
                topics.staysCurrent(),
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.windowsHourly(),
                topics.scoresSurvival(),
                topics.commandsAlerts(),
                topics.alarmsBedside(),
                topics.triageCurrent(),
                topics.alertsLedger(),
                topics.rulesPublished());
    }

    /** Returns true for a topic whose earlier records are still in force on the day, so that each day holds them again. */
    private boolean isInForce(Topic<?> topic) {
        TopicCatalogue topics = kafka.topics();
        return List.of(topics.staysCurrent(), topics.rulesPublished()).contains(topic);
    }

    /** Writes one topic. A compacted one is read from its beginning: earlier records are left out unless they are in force. */
    private <V extends SpecificRecord> long write(Topic<V> topic, LocalDate day) {
        var period = new PartitionPeriod(start(day), start(day.plusDays(1)));
        Deserializer<V> values = new AvroSerdes(kafka.registry()).of(topic).deserializer();
        Path target = new ArchiveFolder(folder).day(topic, day);
        long from = isInForce(topic) ? Long.MIN_VALUE : period.from().toEpochMilli();
        try (var files = new UnitFiles<V>(target, format);
                var reader = TimeOrderedReader.open(kafka, List.of(topic), period)) {
            reader.readAll(record -> value(record, values)
                    .filter(value -> record.timestamp() >= from)
                    .ifPresent(value -> files.add(value, record)));
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
