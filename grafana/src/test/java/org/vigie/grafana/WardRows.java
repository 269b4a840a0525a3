package org.vigie.grafana;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vigie.schemas.Origin;
import org.vigie.sink.row.LineProtocolBuilder;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/** Collects rows for a store, each so many seconds before an instant. */
final class WardRows {
    private final StoreTables tables;
    private final Instant now;
    private final List<StoreRow> rows = new ArrayList<>();

    WardRows(StoreTables tables, Instant now) {
        this.tables = tables;
        this.now = now;
    }

    StoreTables tables() {
        return tables;
    }

    Instant ago(long seconds) {
        return now.minusSeconds(seconds);
    }

    long secondsSince(Instant time) {
        return Duration.between(time, now).toSeconds();
    }

    void add(String table, UnaryOperator<LineProtocolBuilder> fields, long secondsAgo) {
        String line = fields.apply(tables.line(table)).at(ago(secondsAgo));
        rows.add(new StoreRow(table, line, new Origin("t", 0, 0L, 0)));
    }

    /** Returns the rows that were added since the last call. */
    List<StoreRow> taken() {
        List<StoreRow> taken = List.copyOf(rows);
        rows.clear();
        return taken;
    }
}
