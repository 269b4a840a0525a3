package org.vigie.recordings.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * Names the columns of a table that are played, as a {@code mapping.csv} declares them.
 *
 * @param time the column of the time
 * @param columns the others that are played
 * @param decimal the mark before decimals; empty when the table's own numbers tell it
 * @param charset empty when it is UTF-8, or UTF-16 with a byte order mark
 */
record CsvColumnMapping(
        MappedColumn time, List<MappedColumn> columns, Optional<Character> decimal, Optional<Charset> charset) {
    /**
     * Maps one column of a table.
     *
     * @param variable its name in the catalogue, or {@code time}
     */
    record MappedColumn(String name, String variable, String unit) {}

    /**
     * Parses a mapping.
     *
     * @param file the table beside it, for messages
     * @throws MalformedRecordingFile when it is no mapping; the message says what is expected
     */
    static CsvColumnMapping parse(String file, String mapping) throws MalformedRecordingFile {
        return new CsvColumnMappingParser(file).parse(mapping);
    }

    /** Returns the one of comma, semicolon, tab and bar that the first line has most of. */
    static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            separator = count(header, candidate) > count(header, separator) ? candidate : separator;
        }
        return separator;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }
}
