package org.vigie.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets tables go on that QuestDB has suspended because a write failed, for example on a full disk. QuestDB keeps the rows of such a table
 * in its write-ahead log, and adds them to the table only after {@code RESUME WAL}.
 */
final class SuspendedTables implements AutoCloseable {
    private static final String SUSPENDED = "SELECT name FROM wal_tables() WHERE suspended";
    private static final String BEHIND = SUSPENDED + " OR writerTxn < sequencerTxn";
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MS = 100;

    private final StoreQuery query;
    private final ScheduledExecutorService timer;

    /** @param query as the user who may do everything */
    SuspendedTables(StoreQuery query) {
        this.query = query;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "suspended-tables");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Resumes suspended tables and waits until their logs are in the tables.
     *
     * @return the tables that were suspended again: their files are damaged
     */
    List<String> resumeAndAwait() throws InterruptedException {
        if (names(SUSPENDED).isEmpty()) {
            return List.of();
        }
        resume();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!names(BEHIND).isEmpty() && names(SUSPENDED).isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        return names(SUSPENDED);
    }

    /** Resumes suspended tables again and again, until this is closed. */
    SuspendedTables watch() {
        var unused = timer.scheduleWithFixedDelay(
                this::resumeWhenReachable, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void resumeWhenReachable() {
        try {
            resume();
        } catch (StoreException notNow) {
            // The store is busy or stops: the next look comes in five seconds.
            return;
        }
    }

    private void resume() {
        names(SUSPENDED).forEach(name -> query.execute("ALTER TABLE \"" + name + "\" RESUME WAL"));
    }

    private List<String> names(String sql) {
        return query.execute(sql).stream().map(row -> (String) row.get("name")).toList();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
