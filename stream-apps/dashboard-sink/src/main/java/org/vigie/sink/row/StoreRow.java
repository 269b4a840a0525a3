package org.vigie.sink.row;

import org.vigie.schemas.Origin;

/**
 * Holds a row that is to be stored.
 *
 * @param line in line protocol
 * @param origin the record it came from; of a reading, the raw one
 */
public record StoreRow(String table, String line, Origin origin) {}
