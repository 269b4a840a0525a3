package org.vigie.replay.export;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duckdb.DuckDBAppender;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.SequentialWorker;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.replay.engine.ReplayProgress;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Reads the records of a period and appends their rows to a table. A second thread appends while the first one reads. */
final class TableLoader<R> {
    private static final int BATCH = 2_000;
    private static final int MOST_BATCHES_WAITING = 8;

    private final ExportTable<R> table;
    private final List<ExportColumn<R>> columns;
    private final Map<String, Function<ConsumerRecord<byte[], byte[]>, Stream<R>>> readers = new HashMap<>();
    private final ReplayProgress progress;
    private List<R> batch = new ArrayList<>(BATCH);
    private long records;
    private long unreadable;

    TableLoader(ExportTable<R> table, AvroSerdes serdes, ReplayProgress progress) {
        this.table = table;
        this.columns = table.stored();
        this.progress = progress;
        table.sources().forEach(source -> readers.put(source.topic().name(), source.reader(serdes)));
    }

    /**
     * Creates the table, fills it, and removes the rows that later records made wrong.
     *
     * @return number of records that could not be decoded and were left out
     */
    long load(ExportDatabase database, KafkaConnectionConfig kafka, PartitionPeriod period) throws SQLException {
        database.execute(table.createStatement());
        List<Topic<?>> topics = new ArrayList<>();
        table.sources().forEach(source -> topics.add(source.topic()));
        try (var appender = database.appender(table.name());
                var reader = TimeOrderedReader.open(kafka, topics, period);
                var writer = new SequentialWorker("export", MOST_BATCHES_WAITING)) {
            // The second thread alone appends, and it has ended before the appender is closed here.
            var unused = appender.unsafeBreakThreadConfinement();
            progress.begin(reader.remaining());
            progress.warnOfCut(reader.cut());
            reader.readAll(record -> take(record, writer, appender));
            table.from().atEnd().get().forEach(batch::add);
            write(writer, appender);
            writer.finish();
            progress.end(records, 0);
        }
        for (String correction : table.from().corrections()) {
            database.execute(correction);
        }
        return unreadable;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, SequentialWorker writer, DuckDBAppender appender) {
        try {
            rows(record).forEach(batch::add);
        } catch (UnreadableRecordException e) {
            unreadable++;
        }
        if (batch.size() >= BATCH) {
            write(writer, appender);
        }
        progress.show(++records, 0);
    }

    private void write(SequentialWorker writer, DuckDBAppender appender) {
        List<R> full = batch;
        batch = new ArrayList<>(BATCH);
        writer.run(() -> full.forEach(row -> append(row, appender)));
    }

    private Stream<R> rows(ConsumerRecord<byte[], byte[]> record) {
        var reader = readers.get(record.topic());
        return reader == null || record.value() == null ? Stream.of() : reader.apply(record);
    }

    private void append(R row, DuckDBAppender appender) {
        try {
            appender.beginRow();
            for (ExportColumn<R> column : columns) {
                column.type().appendOrNull(appender, column.value().apply(row));
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("a row of " + table.name() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
