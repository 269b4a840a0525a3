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

/** Reads tables with a header line. */
public final class CsvTables {
    private CsvTables() {}

    /** Returns the rows of a table that ships beside {@code owner}. */
    public static Stream<NamedCsvRecord> rows(Class<?> owner, String name) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the rows of a table that is held in memory. */
    public static Stream<NamedCsvRecord> rows(String text) {
        return reader().ofNamedCsvRecord(withoutMark(text)).stream();
    }

    /** Returns the rows of a table that is read from a stream. Closing the stream closes {@code in}. */
    public static Stream<NamedCsvRecord> rows(InputStream in) {
        return reader().detectBomHeader(true).ofNamedCsvRecord(in).stream();
    }

    /** Returns a text without the byte order mark that some exporters put before UTF-8. */
    static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** @throws MalformedRecordingFile when a quote is not closed: nothing of such a table is read */
    public static void refuseOpenQuote(String file, String text, char separator) throws MalformedRecordingFile {
        long opened = new OpenQuoteScanner(separator).scan(text);
        if (opened > 0) {
            throw new MalformedRecordingFile(file + ": line " + opened
                    + ": a quote opens here that nothing closes, which makes one field of all that follows:"
                    + " nothing of the table is read");
        }
    }

    private static CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder();
    }
}
