package org.vigie.recordings.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigie.recordings.MalformedRecordingFile;

/** Tables with a header line. */
public final class CsvTables {
    private CsvTables() {}

    /** The rows of a table that ships beside {@code owner}. */
    public static Stream<NamedCsvRecord> rows(Class<?> owner, String name) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table held in memory. */
    public static Stream<NamedCsvRecord> rows(String text) {
        return reader().ofNamedCsvRecord(withoutMark(text)).stream();
    }

    /** The rows of a table that is read as it comes. Closing the stream closes {@code in}. */
    public static Stream<NamedCsvRecord> rows(InputStream in) {
        return reader().detectBomHeader(true).ofNamedCsvRecord(in).stream();
    }

    /** Without the byte order mark that some exporters put before UTF-8. */
    static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** A quote that nothing closes makes one field of all that follows: nothing of such a table is read. */
    public static void refuseOpenQuote(String file, String text, char separator) throws MalformedRecordingFile {
        boolean isQuoted = false;
        boolean isStart = true;
        long line = 1;
        long opened = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isBreak = character == '\r' || (character == '\n' && (i == 0 || text.charAt(i - 1) != '\r'));
            line += isBreak ? 1 : 0;
            if (character == '"' && isQuoted) {
                boolean isDoubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
                i += isDoubled ? 1 : 0;
                isQuoted = isDoubled;
            } else if (character == '"' && isStart) {
                isQuoted = true;
                opened = line;
            }
            isStart = !isQuoted && (character == separator || character == '\r' || character == '\n');
        }
        if (isQuoted) {
            throw new MalformedRecordingFile(file + ": line " + opened
                    + ": a quote opens here that nothing closes, which makes one field of all that follows:"
                    + " nothing of the table is read");
        }
    }

    private static CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder();
    }
}
