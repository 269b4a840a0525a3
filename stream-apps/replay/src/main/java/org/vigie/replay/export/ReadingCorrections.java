package org.vigie.replay.export;

import java.util.List;

/**
 * Names the columns of a table of readings by which later records change earlier rows, and removes the rows that they made wrong: a value that
 * its sender withdrew or replaced in its channel, and the first copy of a message that was published again under its patient. A rejected reading
 * of such a message is not published again and has no device key: it keeps its row, under the provisional stay.
 */
record ReadingCorrections(String table, String stay, String variable, String value) {
    /** Returns the statements, for DuckDB. They are quick while nothing was changed. */
    List<String> statements() {
        return List.of(identified(), withdrawn(), "DELETE FROM %s WHERE change IS NOT NULL".formatted(table));
    }

    private String identified() {
        return """
                DELETE FROM %1$s USING (SELECT * FROM %1$s WHERE change = 'IDENTIFIED') AS later
                WHERE %1$s.change IS NULL AND %1$s.%2$s = later.%2$s AND %1$s.device_key = later.device_key
                AND %1$s.raw_partition = later.raw_partition AND %1$s.raw_offset = later.raw_offset""".formatted(table, stay);
    }

    /**
     * Removes withdrawn values. A sender withdraws the value of its own channel; where that has none, the one of a channel that may be the same: one
     * of both has no name, or is a part of the other.
     */
    private String withdrawn() {
        return """
                DELETE FROM %1$s WHERE rowid IN (
                SELECT place FROM (
                SELECT earlier.rowid AS place, later.rowid AS by_row, earlier.channel = later.channel AS is_own
                FROM %1$s AS later JOIN %1$s AS earlier ON earlier.bed = later.bed
                AND earlier.device_key = later.device_key AND earlier.sent_at = later.sent_at
                AND earlier.%2$s = later.%2$s AND earlier.%3$s = later.%3$s
                WHERE later.change = 'WITHDRAWN' AND earlier.change IS NULL AND earlier.rowid < later.rowid
                AND (earlier.channel = later.channel OR earlier.channel = '' OR later.channel = ''
                OR starts_with(earlier.channel, later.channel || '.') OR starts_with(later.channel, earlier.channel || '.')))
                QUALIFY is_own OR NOT bool_or(is_own) OVER (PARTITION BY by_row))""".formatted(table, variable, value);
    }
}
