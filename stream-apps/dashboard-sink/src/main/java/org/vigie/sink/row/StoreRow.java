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
 * @param movementOrNull of a movement; null for any other row
 */
public record StoreRow(
        String table,
        String line,
        Origin origin,
        @Nullable ReadingAttribution attributionOrNull,
        @Nullable StandingMovement movementOrNull) {
    /** Creates a row that is neither a clean reading nor a movement. */
    public StoreRow(String table, String line, Origin origin) {
        this(table, line, origin, null, null);
    }

    /** Creates the row of a clean reading. */
    StoreRow(String table, String line, Origin origin, ReadingAttribution attribution) {
        this(table, line, origin, attribution, null);
    }

    /** Creates the row of a movement. */
    StoreRow(String table, String line, Origin origin, StandingMovement movement) {
        this(table, line, origin, null, movement);
    }

    public Optional<ReadingAttribution> attribution() {
        return Optional.ofNullable(attributionOrNull);
    }

    public Optional<StandingMovement> movement() {
        return Optional.ofNullable(movementOrNull);
    }
}
