package org.vigie.local.erase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.store.StoreQuery;

/**
 * Removes the patient's rows from the store. QuestDB deletes no single rows, so that each table that has some is written again without them.
 *
 * @param store answers SQL
 * @param tables folder in which the store keeps a folder for each table
 */
record StoreErasure(StoreQuery store, Path tables) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 100;
    private static final String FRESH = "_without_erased";
    /** A view is listed beside the tables; it has no partitions and no rows of its own. */
    private static final String TABLES = "SELECT table_name FROM tables() WHERE partitionBy <> 'N/A'";

    /** Removes the rows and returns how many there were in each table. */
    SortedMap<String, Long> run(ErasedPatient patient) throws InterruptedException {
        SortedMap<String, Long> removed = new TreeMap<>();
        if (patient.stays().isEmpty()) {
            return removed;
        }
        for (Map<String, Object> table : store.execute(TABLES)) {
            String name = table.get("table_name").toString();
            if (columns(name).containsAll(List.of("stay", "bed", "time"))) {
                removed.put(name, remove(name, rows(patient)));
            }
        }
        removed.values().removeIf(rows -> rows == 0);
        return removed;
    }

    private List<String> columns(String table) {
        return store.execute("SHOW COLUMNS FROM \"" + table + "\"").stream()
                .map(column -> column.get("column").toString())
                .toList();
    }

    private long remove(String table, String condition) throws InterruptedException {
        String counted = "SELECT count() FROM \"%s\" WHERE ".formatted(table);
        long removed = store.number(counted + condition);
        if (removed > 0) {
            String fresh = table + FRESH;
            store.execute("DROP TABLE IF EXISTS \"" + fresh + "\"");
            store.execute(definition(table).replaceFirst("(['\"]?)" + table + "\\1", "'" + fresh + "'"));
            store.execute("INSERT INTO \"%s\" SELECT * FROM \"%s\" WHERE NOT (%s)".formatted(fresh, table, condition));
            awaitRows(fresh, store.number(counted + "NOT (" + condition + ")"));
            Path dropped = tables.resolve(directory(table));
            store.execute("DROP TABLE \"" + table + "\"");
            store.execute("RENAME TABLE \"%s\" TO \"%s\"".formatted(fresh, table));
            awaitGone(dropped);
        }
        return removed;
    }

    private String directory(String table) {
        return store.execute("SELECT directoryName FROM tables() WHERE table_name = '" + table + "'")
                .get(0)
                .get("directoryName")
                .toString();
    }

    /** The store deletes the files of a dropped table a moment later. What is left after the wait is found by the search. */
    private static void awaitGone(Path folder) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Files.exists(folder) && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private String definition(String table) {
        return store.execute("SHOW CREATE TABLE \"" + table + "\"")
                .get(0)
                .get("ddl")
                .toString();
    }

    /** A table with a write-ahead log shows its rows a moment after they were accepted. */
    private void awaitRows(String table, long expected) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (store.number("SELECT count() FROM \"" + table + "\"") < expected) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("store: " + table + " has not " + expected + " rows after " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns the condition of the patient's rows: those of a stay, and those of no admitted stay on the patient's bed. */
    private static String rows(ErasedPatient patient) {
        String stays = patient.stays().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        Stream<String> onBeds = patient.periods().stream()
                .map(period ->
                        "(stay IS NULL OR stay LIKE 'provisional-%%') AND bed = '%s' AND time >= '%s' AND time < '%s'"
                                .formatted(period.bed().replace("'", "''"), period.from(), period.until()));
        return Stream.concat(Stream.of("stay IN (" + stays + ")"), onBeds)
                .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
