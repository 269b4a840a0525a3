package org.vigie.replay.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Describes one exported table.
 *
 * @param meaning sentence for the data dictionary
 * @param order columns by which the rows are sorted, or {@link #AS_APPENDED}
 * @param sources topics whose records become rows
 */
record ExportTable<R>(
        String name, String meaning, List<ExportColumn<R>> columns, String order, List<ExportedSource<?, R>> sources) {
    /** Leaves the rows in the order in which the broker took their records. To sort many rows takes ten times as long as to write them. */
    static final String AS_APPENDED = "";

    ExportTable {
        columns = List.copyOf(columns);
        sources = List.copyOf(sources);
    }

    /** Returns the query of its rows in their order. */
    String rows() {
        return "SELECT * FROM " + name + (order.equals(AS_APPENDED) ? "" : " ORDER BY " + order);
    }

    /** Returns the statement that creates the table in DuckDB. */
    String createStatement() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")"));
    }
}
