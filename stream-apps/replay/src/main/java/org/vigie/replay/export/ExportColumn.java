package org.vigie.replay.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes one column of an exported table.
 *
 * @param meaning sentence for the data dictionary, with the unit
 * @param value reads it from a row; null where nothing is known
 */
record ExportColumn<R>(String name, ExportColumnType type, String meaning, Function<R, @Nullable Object> value) {
    /** Returns the same column of rows that have such a part, or none. */
    <T> ExportColumn<T> of(Function<T, @Nullable R> part) {
        return new ExportColumn<>(name, type, meaning, row -> {
            R present = part.apply(row);
            return present == null ? null : value.apply(present);
        });
    }
}
