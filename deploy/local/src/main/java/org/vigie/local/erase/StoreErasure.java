package org.vigie.local.erase;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
    /** Removes the rows and returns how many there were in each table. */
    SortedMap<String, Long> run(ErasedPatient patient) throws InterruptedException {
        SortedMap<String, Long> removed = new TreeMap<>();
        var swap = new StoreTableSwap(store, new TreeSet<>());
        swap.finishInterrupted();
        if (patient.stays().isEmpty()) {
            return removed;
        }
        for (String name : swap.names()) {
            if (columns(name).containsAll(List.of("stay", "bed", "time"))) {
                removed.put(name, remove(swap, name, rows(patient)));
            }
        }
        for (String folder : swap.dropped()) {
            StoredTable.awaitGone(tables.resolve(folder));
        }
        removed.values().removeIf(rows -> rows == 0);
        return removed;
    }

    private List<String> columns(String table) {
        return store.execute("SHOW COLUMNS FROM \"" + table + "\"").stream()
                .map(column -> column.get("column").toString())
                .toList();
    }

    private long remove(StoreTableSwap swap, String table, String condition) throws InterruptedException {
        var stored = new StoredTable(store, table);
        stored.awaitApplied();
        long removed = stored.rows(condition);
        if (removed > 0) {
            swap.removeRows(table, condition);
        }
        return removed;
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
