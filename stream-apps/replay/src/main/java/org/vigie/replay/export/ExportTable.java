package org.vigie.replay.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes one exported table.
 *
 * @param meaning sentence for the data dictionary
 * @param hidden columns that the checks of an export need and that no file has
 * @param order columns by which the rows are sorted, or {@link #AS_APPENDED}
 * @param from records that become rows
 */
record ExportTable<R>(
        String name,
        String meaning,
        List<ExportColumn<R>> columns,
        List<ExportColumn<R>> hidden,
        String order,
        ExportedRows<R> from) {
    /** Leaves the rows in the order in which the broker took their records. To sort many rows takes ten times as long as to write them. */
    static final String AS_APPENDED = "";

    ExportTable {
        columns = List.copyOf(columns);
        hidden = List.copyOf(hidden);
    }

    ExportTable(
            String name,
            String meaning,
            List<ExportColumn<R>> columns,
            String order,
            List<ExportedSource<?, R>> sources) {
        this(name, meaning, columns, List.of(), order, ExportedRows.of(sources));
    }

    /** Returns the topics whose records become rows. */
    List<ExportedSource<?, R>> sources() {
        return from.sources();
    }

    /** Returns all columns in the order of the table in DuckDB. */
    List<ExportColumn<R>> stored() {
        return Stream.concat(columns.stream(), hidden.stream()).toList();
    }

    /** Returns the query of its rows in their order, without what is hidden. */
    String rows() {
        String shown = columns.stream().map(ExportColumn::name).collect(Collectors.joining(", "));
        return "SELECT " + shown + " FROM " + name + (order.equals(AS_APPENDED) ? "" : " ORDER BY " + order);
    }

    /** Returns the statement that creates the table in DuckDB. */
    String createStatement() {
        return stored().stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")"));
    }
}
