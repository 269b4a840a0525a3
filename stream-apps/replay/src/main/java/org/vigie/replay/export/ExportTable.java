package org.vigie.replay.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Describes one exported table.
 *
 * @param meaning sentence for the data dictionary
 * @param order columns by which the rows are sorted
 * @param sources topics whose records become rows
 */
record ExportTable<R>(
        String name, String meaning, List<ExportColumn<R>> columns, String order, List<ExportedSource<?, R>> sources) {
    ExportTable {
        columns = List.copyOf(columns);
        sources = List.copyOf(sources);
    }

    /** Returns the statement that creates the table in DuckDB. */
    String createStatement() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")"));
    }
}
