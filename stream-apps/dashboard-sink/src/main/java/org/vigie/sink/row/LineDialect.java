package org.vigie.sink.row;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Says how a store reads line protocol, and how it knows that a row was written before. */
public enum LineDialect {
    /** Has time stamps as a type, and replaces a row whose key columns are the same. */
    QUESTDB(EscapedCharacters.QUESTDB_WORD, EscapedCharacters.QUESTDB_TEXT, 't') {
        @Override
        boolean isTag(String name) {
            return true;
        }

        @Override
        String tagValue(String value) {
            return value;
        }

        @Override
        long nanos(Instant time, String key) {
            return TimeUnit.MILLISECONDS.toNanos(time.toEpochMilli());
        }
    },
    /**
     * Replaces a row of the same table, tags and time. A value that may change is therefore a field, and the key columns choose the
     * nanoseconds within the millisecond. Two rows of one series and millisecond collide once in a million.
     */
    INFLUXDB(EscapedCharacters.INFLUXDB_WORD, EscapedCharacters.INFLUXDB_TEXT, 'i') {
        @Override
        boolean isTag(String name) {
            return STABLE.contains(name);
        }

        /** A tag of InfluxDB holds no line break, and a backslash at its end would escape what follows. */
        @Override
        String tagValue(String value) {
            String line = value.replace('\n', ' ').replace('\r', ' ');
            return line.endsWith("\\") ? line + " " : line;
        }

        @Override
        long nanos(Instant time, String key) {
            return TimeUnit.MILLISECONDS.toNanos(time.toEpochMilli()) + Math.floorMod(key.hashCode(), NANOS_OF_MILLI);
        }
    };

    private static final Set<String> STABLE = Set.of(
            "bed",
            "stay",
            "variable",
            "source",
            "device",
            "channel",
            "unit",
            "rule",
            "model",
            "model_version",
            "topic");
    private static final int NANOS_OF_MILLI = 1_000_000;

    private final EscapedCharacters inWords;
    private final EscapedCharacters inTexts;
    private final char instantSuffix;

    LineDialect(EscapedCharacters inWords, EscapedCharacters inTexts, char instantSuffix) {
        this.inWords = inWords;
        this.inTexts = inTexts;
        this.instantSuffix = instantSuffix;
    }

    /** Returns true when the column is part of the row's identity; a column that may change is a field. */
    abstract boolean isTag(String name);

    /** Returns the nearest text that a tag can hold. */
    abstract String tagValue(String value);

    /**
     * Returns the row's time in nanoseconds.
     *
     * @param key values of the table's key columns
     */
    abstract long nanos(Instant time, String key);

    /** Returns the characters that need a backslash in a tag. */
    EscapedCharacters inWords() {
        return inWords;
    }

    /** Returns the characters that need a backslash in a text. */
    EscapedCharacters inTexts() {
        return inTexts;
    }

    /** Returns the letter behind a time in microseconds. */
    char instantSuffix() {
        return instantSuffix;
    }
}
