package org.vigie.local.erase;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.store.StoreQuery;

/**
 * Puts a copy of a table without some rows in the place of the table. At each moment one of three tables has all rows of the others, so that
 * {@link #finishInterrupted()} brings them back after a kill.
 *
 * @param store answers SQL
 * @param dropped folders of the tables that were dropped
 */
record StoreTableSwap(StoreQuery store, Set<String> dropped) {
    private static final String FRESH = "_without_erased";
    private static final String OLD = "_before_erasure";
    /** A view is listed beside the tables; it has no partitions and no rows of its own. */
    private static final String TABLES = "SELECT table_name FROM tables() WHERE partitionBy <> 'N/A'";

    /** Returns the names of all tables. */
    Set<String> names() {
        return store.execute(TABLES).stream()
                .map(table -> table.get("table_name").toString())
                .collect(Collectors.toSet());
    }

    /** Brings each table whose swap was interrupted back under its own name. */
    void finishInterrupted() throws InterruptedException {
        Set<String> names = names();
        for (String table : interrupted(names)) {
            boolean hasFresh = names.contains(table + FRESH);
            if (names.contains(table + OLD)) {
                finishFromOld(table, names.contains(table), hasFresh);
            } else if (names.contains(table)) {
                table(table + FRESH).drop(); // it may lack rows
            } else {
                table(table + FRESH).renameTo(table);
            }
        }
    }

    private static Set<String> interrupted(Set<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(FRESH, OLD)
                        .filter(name::endsWith)
                        .map(end -> name.substring(0, name.length() - end.length())))
                .collect(Collectors.toSet());
    }

    /** A ward that ran after the kill made the table anew: its rows join the others. */
    private void finishFromOld(String table, boolean hasTable, boolean hasFresh) throws InterruptedException {
        if (hasTable && !hasFresh) {
            dropped.add(table(table + OLD).dropFolder()); // the copy has its place
            return;
        }
        if (hasTable) {
            table(table + OLD).addRows(table(table), "true");
            table(table).drop();
        }
        table(table + OLD).renameTo(table);
        table(table + FRESH).drop();
    }

    /** Removes the rows for which the condition is true. */
    void removeRows(String table, String condition) throws InterruptedException {
        String others = "NOT (" + condition + ")";
        StoredTable whole = table(table);
        StoredTable fresh = whole.emptyCopy(table + FRESH);
        fresh.addRows(whole, others);
        if (fresh.rows("true") != whole.rows(others)) {
            throw new IllegalStateException("store: the copy of " + table + " lacks rows, nothing was removed from it");
        }
        whole.renameTo(table + OLD);
        fresh.renameTo(table);
        dropped.add(table(table + OLD).dropFolder());
    }

    private StoredTable table(String name) {
        return new StoredTable(store, name);
    }
}
