package org.vigie.sink.row;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.Origin;

/**
 * Holds a row that is to be stored.
 *
 * @param line in line protocol
 * @param origin the record it came from; of a reading, the raw one
 * @param attributionOrNull of a clean reading; null for any other row
 */
public record StoreRow(
        String table, String line, Origin origin, @Nullable ReadingAttribution attributionOrNull) {
    /** Creates a row that is no clean reading. */
    public StoreRow(String table, String line, Origin origin) {
        this(table, line, origin, null);
    }

    public Optional<ReadingAttribution> attribution() {
        return Optional.ofNullable(attributionOrNull);
    }
}
