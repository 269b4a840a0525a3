package org.vigie.signal.clean;

/** Lists the mistakes of a person who enters a value. */
public enum EntryMistake {
    /** The value is ten times too large or too small. */
    DECIMAL_SLIP,
    /** The number belongs to another unit of the catalogue's conversions. */
    WRONG_UNIT
}
