package org.vigie.sink.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.schemas.Origin;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.sink.row.ReadingAttribution;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;

/**
 * Leaves out the rows of provisional stays and of conflicts whose readings have a patient already.
 *
 * <p>Such a reading is published under that stay and, once its patient is known, under the real stay. Both records have the same row
 * and lie in two partitions. A sink that catches up may read the later record first, and the earlier one would take the row back.
 */
final class AttributedRowFilter {
    private final Function<String, String> store;
    private final StoreTables tables;

    /** Names a raw record. */
    private record RawPlace(int partition, long offset) {
        static RawPlace of(Origin origin) {
            return new RawPlace(origin.getPartition(), origin.getOffset());
        }

        static RawPlace of(String csv) {
            String[] cells = csv.split(",", 2);
            return new RawPlace(Integer.parseInt(cells[0]), Long.parseLong(cells[1].strip()));
        }
    }

    /** @param store answers SQL in CSV, with a line of names */
    AttributedRowFilter(Function<String, String> store, StoreTables tables) {
        this.store = store;
        this.tables = tables;
    }

    /** Returns the rows that may be stored, in their order. */
    List<StoreRow> of(List<StoreRow> rows) {
        if (rows.stream().noneMatch(AttributedRowFilter::isProvisional)) {
            return rows;
        }
        Set<RawPlace> attributed = stored(rows);
        rows.stream()
                .filter(row ->
                        row.attribution().filter(each -> !each.provisional()).isPresent())
                .forEach(row -> attributed.add(RawPlace.of(row.origin())));
        Predicate<StoreRow> isTakenBack = row -> isProvisional(row) && attributed.contains(RawPlace.of(row.origin()));
        return rows.stream().filter(isTakenBack.negate()).toList();
    }

    private static boolean isProvisional(StoreRow row) {
        return row.attribution().filter(ReadingAttribution::provisional).isPresent();
    }

    /** Returns the raw records of these beds and hours whose readings the store holds under a real stay. */
    private Set<RawPlace> stored(List<StoreRow> rows) {
        Map<Instant, List<ReadingAttribution>> byHour = rows.stream()
                .filter(AttributedRowFilter::isProvisional)
                .flatMap(row -> row.attribution().stream())
                .collect(Collectors.groupingBy(reading -> reading.at().truncatedTo(ChronoUnit.HOURS)));
        Set<RawPlace> found = new HashSet<>();
        byHour.values()
                .forEach(hour -> store.apply(statement(hour))
                        .lines()
                        .skip(1)
                        .map(RawPlace::of)
                        .forEach(found::add));
        return found;
    }

    private String statement(List<ReadingAttribution> hour) {
        Instant from = hour.stream()
                .map(ReadingAttribution::at)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant until = hour.stream()
                .map(ReadingAttribution::at)
                .max(Instant::compareTo)
                .orElseThrow();
        String beds = hour.stream()
                .map(reading -> "'" + reading.bed().replace("'", "''") + "'")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "SELECT DISTINCT raw_partition, raw_offset FROM %s WHERE time BETWEEN '%s' AND '%s' AND bed IN (%s) AND verdict <> 'REJECTED' AND stay NOT LIKE '%s%%' AND stay NOT LIKE '%s%%'"
                .formatted(tables.readings(), from, until, beds, StayAssignment.PROVISIONAL, StayAssignment.CONFLICT);
    }
}
