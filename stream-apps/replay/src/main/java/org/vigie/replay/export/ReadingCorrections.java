package org.vigie.replay.export;

import java.util.List;

/**
 * Names the columns of a table of readings by which later records change earlier rows, and removes the rows that they made wrong: a value that
 * its sender withdrew or replaced, and the first copy of a message that was published again under its patient. A rejected reading of such a message
 * is not published again and has no device key: it keeps its row, under the provisional stay.
 */
record ReadingCorrections(String table, String stay, String variable, String value) {
    /** Returns the statements, for DuckDB. They are quick while nothing was changed. */
    List<String> statements() {
        return List.of(
                """
                DELETE FROM %1$s USING (SELECT * FROM %1$s WHERE change = 'IDENTIFIED') AS later
                WHERE %1$s.change IS NULL AND %1$s.%2$s = later.%2$s AND %1$s.device_key = later.device_key
                AND %1$s.raw_partition = later.raw_partition AND %1$s.raw_offset = later.raw_offset""".formatted(table, stay),
                """
                DELETE FROM %1$s USING (SELECT *, rowid AS place FROM %1$s WHERE change = 'WITHDRAWN') AS later
                WHERE %1$s.change IS NULL AND %1$s.rowid < later.place AND %1$s.bed = later.bed
                AND %1$s.device_key = later.device_key AND %1$s.sent_at = later.sent_at
                AND %1$s.%2$s = later.%2$s AND %1$s.%3$s = later.%3$s""".formatted(table, variable, value),
                "DELETE FROM %s WHERE change IS NOT NULL".formatted(table));
    }
}
