package org.vigie.local.erase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.vigie.store.StoreQuery;

/** Names a table of the store. */
record StoredTable(StoreQuery store, String name) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 100;
    private static final String WAITING =
            "SELECT count() FROM wal_tables() WHERE name = '%s' AND writerTxn < sequencerTxn";

    /** Makes an empty table with the same columns and rules. */
    StoredTable emptyCopy(String copy) {
        String definition = cell("SHOW CREATE TABLE \"" + name + "\"", "ddl");
        store.execute(definition.replaceFirst("(['\"]?)" + name + "\\1", "'" + copy + "'"));
        return new StoredTable(store, copy);
    }

    /** Adds the rows of another table for which the condition is true, and waits until they can be read. */
    void addRows(StoredTable other, String condition) throws InterruptedException {
        other.awaitApplied();
        store.execute("INSERT INTO \"%s\" SELECT * FROM \"%s\" WHERE %s".formatted(name, other.name, condition));
        awaitApplied();
    }

    long rows(String condition) {
        return store.number("SELECT count() FROM \"%s\" WHERE %s".formatted(name, condition));
    }

    void renameTo(String other) {
        store.execute("RENAME TABLE \"%s\" TO \"%s\"".formatted(name, other));
    }

    void drop() {
        store.execute("DROP TABLE IF EXISTS \"" + name + "\"");
    }

    /** Drops the table and returns the name of its folder, which the store deletes a moment later. */
    String dropFolder() {
        String folder = cell("SELECT directoryName FROM tables() WHERE table_name = '" + name + "'", "directoryName");
        drop();
        return folder;
    }

    /** Waits until a folder is gone. What is left after the wait is found by the search. */
    static void awaitGone(Path folder) throws InterruptedException {
        boolean unused = await(() -> !Files.exists(folder));
    }

    /** A table shows its rows a moment after they were accepted: what is in its write-ahead log must be applied before it is copied. */
    void awaitApplied() throws InterruptedException {
        if (!await(() -> store.number(WAITING.formatted(name)) == 0)) {
            throw new IllegalStateException("store: " + name + " has not applied its rows after " + PATIENCE);
        }
    }

    private static boolean await(BooleanSupplier done) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private String cell(String sql, String column) {
        return store.execute(sql).get(0).get(column).toString();
    }
}
