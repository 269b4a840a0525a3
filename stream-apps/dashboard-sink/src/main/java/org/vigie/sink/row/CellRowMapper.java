package org.vigie.sink.row;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Window;

/** Maps the cells of the changed hours of a window to rows, each at the beginning of its hour. */
public final class CellRowMapper {
    private final StoreTables tables;
    private final String table;

    public CellRowMapper(StoreTables tables) {
        this.tables = tables;
        table = tables.cells();
    }

    public List<StoreRow> of(Window window, Origin at) {
        return window.getChangedHours().stream()
                .flatMap(row -> hour(window, row, at))
                .toList();
    }

    private Stream<StoreRow> hour(Window window, int row, Origin at) {
        int rows = window.getValues().size() / window.getSeries().size();
        int hour = window.getLastHour() - rows + 1 + row;
        Instant time = window.getAdmittedAt().plus(Duration.ofHours(hour));
        return IntStream.range(0, window.getSeries().size())
                .mapToObj(series ->
                        new StoreRow(table, line(window, row, series, hour).at(time), at));
    }

    private LineProtocolBuilder line(Window window, int row, int series, int hour) {
        int cell = row * window.getSeries().size() + series;
        return tables.line(table)
                .tag("bed", window.getBed())
                .tag("stay", window.getStay())
                .tag("variable", window.getSeries().get(series))
                .tag("kind", window.getKinds().get(cell))
                .number("value", window.getValues().get(cell).doubleValue())
                .number("age_hours", window.getAges().get(cell).doubleValue())
                .integer("hour", hour)
                .integer("revision", window.getRevision());
    }
}
