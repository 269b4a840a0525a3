package org.vigie.replay.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes one column of an exported table.
 *
 * @param meaning sentence for the data dictionary, with the unit
 * @param value reads it from a row; null where nothing is known
 */
record ExportColumn<R>(String name, ExportColumnType type, String meaning, Function<R, @Nullable Object> value) {}
