package org.vigie.replay.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.archive.ArchiveFolder.ArchiveDay;
import org.vigie.schemas.topic.Topic;

/** Reads the archived records of one topic in their order, day by day; the files of the units of a day are merged. */
final class TopicFiles<V extends SpecificRecord> implements AutoCloseable {
    private static final Comparator<ConsumerRecord<byte[], byte[]>> ORDER =
            Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                    .thenComparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset);

    private final Topic<V> topic;
    private final Serializer<V> values;
    private final Iterator<ArchiveDay> days;
    private final boolean isEmpty;
    private final PartitionPeriod period;
    private final Path restored;
    private final List<Path> made = new ArrayList<>();
    private final List<ArchiveFile<V>> open = new ArrayList<>();
    private final PriorityQueue<FileHead> heads = new PriorityQueue<>(Comparator.comparing(FileHead::record, ORDER));
    private boolean isFirstDay = true;
    private @Nullable ConsumerRecord<byte[], byte[]> head;

    /** Holds the next record of a file. */
    private record FileHead(ConsumerRecord<byte[], byte[]> record, Iterator<ConsumerRecord<byte[], byte[]>> file) {}

    /**
     * @param period append times of the records that are asked for
     * @param restored folder for container files that are made of Parquet files; each is deleted after its day
     */
    TopicFiles(Topic<V> topic, Serializer<V> values, List<ArchiveDay> days, PartitionPeriod period, Path restored) {
        this.topic = topic;
        this.values = values;
        this.days = days.iterator();
        this.isEmpty = days.isEmpty();
        this.period = topic.compacted() ? new PartitionPeriod(Instant.EPOCH, period.to()) : period;
        this.restored = restored;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** Returns true for a record of the period, and for one from before it when the topic holds what is in force. */
    boolean isAsked(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() >= period.from().toEpochMilli()
                && record.timestamp() < period.to().toEpochMilli();
    }

    /** Returns the record to which the last call of {@link #advance} led. */
    ConsumerRecord<byte[], byte[]> head() {
        return Objects.requireNonNull(head, topic.name());
    }

    /** Goes to the next record; false at the end. */
    boolean advance() {
        while (heads.isEmpty() && days.hasNext()) {
            open(days.next());
        }
        FileHead next = heads.poll();
        if (next == null) {
            return false;
        }
        head = next.record();
        add(next.file());
        return true;
    }

    private void open(ArchiveDay day) {
        close();
        for (Path path : day.files()) {
            var file = new ArchiveFile<>(containerFile(path), topic, values);
            open.add(file);
            // A later day tells again what was in force before it.
            Instant begin = isFirstDay ? Instant.MIN : day.begin();
            skipTo(begin, file);
        }
        isFirstDay = false;
    }

    private Path containerFile(Path path) {
        if (!path.toString().endsWith(".parquet")) {
            return path;
        }
        Path container = ParquetRestoration.containerFile(path, topic, period, restored);
        made.add(container);
        return container;
    }

    private void skipTo(Instant begin, ArchiveFile<V> file) {
        while (file.hasNext()) {
            ConsumerRecord<byte[], byte[]> record = file.next();
            if (!Instant.ofEpochMilli(record.timestamp()).isBefore(begin)) {
                heads.add(new FileHead(record, file));
                return;
            }
        }
    }

    private void add(Iterator<ConsumerRecord<byte[], byte[]>> file) {
        if (file.hasNext()) {
            heads.add(new FileHead(file.next(), file));
        }
    }

    @Override
    public void close() {
        open.forEach(ArchiveFile::close);
        open.clear();
        made.forEach(TopicFiles::delete);
        made.clear();
    }

    private static void delete(Path container) {
        try {
            Files.delete(container);
        } catch (IOException e) {
            throw new UncheckedIOException(container + " cannot be deleted", e);
        }
    }
}
