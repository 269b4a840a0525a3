package org.vigie.replay.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/**
 * Reads the records of a period from an archive in the order in which the broker took them, as {@link
 * org.vigie.platform.topic.TimeOrderedReader} reads them from topics. Records that were in force before the first day are those of the
 * first day's folder.
 */
public final class ArchiveReader implements AutoCloseable {
    private final PartitionPeriod period;
    private final Path restored;
    private final List<TopicFiles<?>> topics = new ArrayList<>();

    /**
     * Opens an archive.
     *
     * @param topics topics of the ward, in the order in which records with equal times are handed over
     * @param serdes encode the records for the topics of the replay
     * @param study the same topics of the replay
     * @throws IllegalArgumentException when the archive holds nothing of the first topic in the period
     */
    public ArchiveReader(
            ArchiveFolder archive,
            List<? extends Topic<?>> topics,
            List<? extends Topic<?>> study,
            PartitionPeriod period,
            AvroSerdes serdes) {
        this.period = period;
        this.restored = restoredFolder();
        for (int at = 0; at < topics.size(); at++) {
            this.topics.add(files(archive, topics.get(at), study.get(at), serdes));
        }
        if (this.topics.stream().allMatch(TopicFiles::isEmpty)) {
            close();
            throw new IllegalArgumentException(
                    "--archive: %s holds no record from %s to %s; ./vigie archive writes them day by day"
                            .formatted(archive.path(), period.from(), period.to()));
        }
    }

    private static Path restoredFolder() {
        try {
            return Files.createTempDirectory("vigie-archive");
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary folder cannot be written", e);
        }
    }

    @SuppressWarnings("unchecked") // both lists name the same topics
    private <V extends SpecificRecord> TopicFiles<V> files(
            ArchiveFolder archive, Topic<V> topic, Topic<?> study, AvroSerdes serdes) {
        return new TopicFiles<>(
                topic, serdes.of((Topic<V>) study).serializer(), archive.days(topic, period), period, restored);
    }

    /** Hands over every record of the period. */
    public void readAll(RawRecordHandler handler) {
        var oldest = new PriorityQueue<TopicFiles<?>>(
                Comparator.<TopicFiles<?>>comparingLong(each -> each.head().timestamp())
                        .thenComparingInt(topics::indexOf));
        topics.stream().filter(TopicFiles::advance).forEach(oldest::add);
        while (!oldest.isEmpty()) {
            TopicFiles<?> next = oldest.remove();
            ConsumerRecord<byte[], byte[]> record = next.head();
            if (next.isAsked(record)) {
                handler.handle(record);
            }
            if (next.advance()) {
                oldest.add(next);
            }
        }
    }

    @Override
    public void close() {
        topics.forEach(TopicFiles::close);
        try (Stream<Path> files = Files.walk(restored)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(restored + " cannot be deleted", e);
        }
    }
}
