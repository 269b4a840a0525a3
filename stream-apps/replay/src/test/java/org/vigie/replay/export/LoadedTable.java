package org.vigie.replay.export;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Fills a table of an export with records, as a loader does with those of topics.
 *
 * @param database in which the table is created
 */
record LoadedTable<R>(ExportDatabase database, ExportTable<R> table) {
    /** Takes the records in their order, then what is known at the end, and corrects the rows. */
    void take(List<? extends SpecificRecord> records) throws SQLException {
        database.execute(table.createStatement());
        try (var appender = database.appender(table.name())) {
            List<R> rows = Stream.concat(
                            records.stream().flatMap(this::rows),
                            Stream.of(table).flatMap(each -> each.from().atEnd().get()))
                    .toList();
            for (R row : rows) {
                appender.beginRow();
                for (ExportColumn<R> column : table.stored()) {
                    column.type().appendOrNull(appender, column.value().apply(row));
                }
                appender.endRow();
            }
        }
        for (String correction : table.from().corrections()) {
            database.execute(correction);
        }
    }

    private Stream<R> rows(SpecificRecord record) {
        return table.sources().stream().flatMap(source -> rows(source, record));
    }

    private static <V extends SpecificRecord, R> Stream<R> rows(ExportedSource<V, R> source, SpecificRecord record) {
        return source.topic().value().isInstance(record)
                ? source.rows().apply(source.topic().value().cast(record))
                : Stream.of();
    }
}
