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
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.replay.engine.ReplayProgress;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Reads the records of a period and appends their rows to a table. */
final class TableLoader<R> {
    private final ExportTable<R> table;
    private final Map<String, Function<ConsumerRecord<byte[], byte[]>, Stream<R>>> readers = new HashMap<>();
    private final ReplayProgress progress;
    private long records;
    private long unreadable;

    TableLoader(ExportTable<R> table, AvroSerdes serdes, ReplayProgress progress) {
        this.table = table;
        this.progress = progress;
        table.sources().forEach(source -> readers.put(source.topic().name(), source.reader(serdes)));
    }

    /**
     * Creates the table and fills it.
     *
     * @return number of records that could not be decoded and were left out
     */
    long load(ExportDatabase database, KafkaConnectionConfig kafka, PartitionPeriod period) throws SQLException {
        database.execute(table.createStatement());
        List<Topic<?>> topics = new ArrayList<>();
        table.sources().forEach(source -> topics.add(source.topic()));
        try (var appender = database.appender(table.name());
                var reader = TimeOrderedReader.open(kafka, topics, period)) {
            progress.begin(reader.remaining());
            reader.readAll(record -> take(record, appender));
            progress.end(records, 0);
        }
        return unreadable;
    }

    private void take(ConsumerRecord<byte[], byte[]> record, DuckDBAppender appender) {
        try {
            rows(record).forEach(row -> append(row, appender));
        } catch (UnreadableRecordException e) {
            unreadable++;
        }
        progress.show(++records, 0);
    }

    private Stream<R> rows(ConsumerRecord<byte[], byte[]> record) {
        var reader = readers.get(record.topic());
        return reader == null || record.value() == null ? Stream.of() : reader.apply(record);
    }

    private void append(R row, DuckDBAppender appender) {
        try {
            appender.beginRow();
            for (ExportColumn<R> column : table.columns()) {
                column.type().appendOrNull(appender, column.value().apply(row));
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("a row of " + table.name() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
