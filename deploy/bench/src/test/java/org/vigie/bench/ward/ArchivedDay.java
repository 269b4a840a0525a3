package org.vigie.bench.ward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.archive.ArchiveFolder;
import org.vigie.replay.archive.ArchiveFormat;
import org.vigie.replay.archive.ArchiveReader;
import org.vigie.replay.archive.UnitFiles;
import org.vigie.replay.ward.WardRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Writes the records that a replay reads into an archive, and reads them from there.
 *
 * @param folder of the archive
 */
record ArchivedDay(Path folder, ArchiveFormat format, AvroSerdes serdes) {
    private static List<Topic<? extends SpecificRecord>> topics() {
        TopicCatalogue ward = BrokerlessWard.TOPICS;
        return List.of(
                ward.staysCurrent(),
                ward.observationsRaw(),
                ward.windowsHourly(),
                ward.scoresSurvival(),
                ward.commandsAlerts(),
                ward.alarmsBedside());
    }

    static boolean isArchived(String topic) {
        return topics().stream().anyMatch(each -> each.name().equals(topic));
    }

    /** Writes the records of each topic and day. */
    void write(List<WardRecord> records) throws IOException {
        for (Topic<? extends SpecificRecord> topic : topics()) {
            write(
                    topic,
                    records.stream()
                            .filter(record -> record.topic().equals(topic.name()))
                            .toList());
        }
    }

    private <V extends SpecificRecord> void write(Topic<V> topic, List<WardRecord> records) throws IOException {
        var values = serdes.of(topic).deserializer();
        Map<LocalDate, List<WardRecord>> days = records.stream()
                .collect(Collectors.groupingBy(
                        each -> LocalDate.ofInstant(each.at(), ZoneOffset.UTC), TreeMap::new, Collectors.toList()));
        for (Map.Entry<LocalDate, List<WardRecord>> day : days.entrySet()) {
            try (var files = new UnitFiles<V>(new ArchiveFolder(folder).day(topic, day.getKey()), format)) {
                for (WardRecord record : day.getValue()) {
                    files.add(values.deserialize(topic.name(), record.value()), read(record));
                }
                files.finish();
            }
        }
    }

    private static ConsumerRecord<byte[], byte[]> read(WardRecord record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.at().toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                record.key().getBytes(StandardCharsets.UTF_8),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    /** Returns the records of the files in the order of their times. */
    List<WardRecord> read(PartitionPeriod period) {
        List<WardRecord> records = new ArrayList<>();
        try (var reader = new ArchiveReader(new ArchiveFolder(folder), topics(), topics(), period, serdes)) {
            reader.readAll(record -> records.add(WardRecord.of(record)));
        }
        return records;
    }
}
