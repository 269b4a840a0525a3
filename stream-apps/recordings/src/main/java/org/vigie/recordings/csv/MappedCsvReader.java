package org.vigie.recordings.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.vigie.recordings.CompactRowList;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.io.TextFileDecoder;
import org.vigie.recordings.signal.SignalRecordingBuilder;

/**
 * Reads any table with a header line and a mapping beside it: {@code column,variable,unit}, one row for each column that is played. The
 * row of the variable {@code time} declares how times are written, see {@link CsvTimeFormat}; rows of {@code decimal} and {@code charset}
 * may declare how numbers and letters are written. The table's separator is the one of comma, semicolon, tab and bar that its header
 * line has most of.
 *
 * <p>The time of the rows may not go back, but a column that follows behind all rows of another begins anew. A table whose rows are
 * all newest first is read from its end.
 */
public final class MappedCsvReader {
    private final MappedCsvTable table;
    private final CsvColumnMapping mapping;
    private final CsvNumberFormat numbers;
    private final CsvTimeFormat format;
    private final LeftOutCollector leftOut = new LeftOutCollector();

    private MappedCsvReader(MappedCsvTable table, CsvColumnMapping mapping, CsvTimeFormat format) {
        this.table = table;
        this.mapping = mapping;
        this.format = format;
        this.numbers = new CsvNumberFormat(table.separator());
        mapping.decimal().ifPresent(numbers::declare);
    }

    /** @throws MalformedRecordingFile when a column is missing or no time can be read; the message names the line */
    public static StayRecording read(String file, String table, String mapping) throws MalformedRecordingFile {
        return read(file, table, mapping, ZoneId.of("UTC"));
    }

    /** @param zone of local times */
    static StayRecording read(String file, String table, String mapping, ZoneId zone) throws MalformedRecordingFile {
        try {
            CsvColumnMapping columns = CsvColumnMapping.parse(file, mapping);
            CsvTimeFormat format = CsvTimeFormat.of(file, columns.time().unit(), zone);
            return new MappedCsvReader(MappedCsvTable.open(file, table, columns), columns, format).read();
        } catch (CsvParseException e) {
            throw new MalformedRecordingFile(file + ": no table as its mapping says: " + e.getMessage(), e);
        }
    }

    /** Reads a table in the character set that the mapping declares, UTF-8 when it declares none. */
    public static StayRecording read(String file, byte[] table, String mapping, ZoneId zone)
            throws MalformedRecordingFile {
        Optional<Charset> declared = CsvColumnMapping.parse(file, mapping).charset();
        String text = declared.isPresent()
                ? TextFileDecoder.decode(file, table, declared.get())
                : TextFileDecoder.decode(file, table);
        return read(file, text, mapping, zone);
    }

    private StayRecording read() throws MalformedRecordingFile {
        table.rows().forEach(this::learn);
        CsvRowTimes times = new CsvRowTimeReader(table, format, numbers, leftOut).read();
        CompactRowList rows = new CsvValueReader(table, numbers, format::text, leftOut).read(times, mapping.columns());
        if (times.isNewestFirst()) {
            leftOut.add(
                    mapping.time().name(),
                    "nothing is left out: the rows are newest first and were read from the last one");
        }
        boolean hasStart = !format.isSinceStart() && !rows.isEmpty();
        long first = hasStart ? rows.earliest() : 0;
        return recording(rows.inOrder(first), hasStart ? Optional.of(instant(first)) : Optional.empty());
    }

    private ZonedDateTime instant(long millis) {
        return Instant.ofEpochMilli(millis).atZone(format.zone());
    }

    private StayRecording recording(CompactRowList rows, Optional<ZonedDateTime> start) {
        Duration length =
                rows.isEmpty() ? Duration.ZERO : rows.get(rows.size() - 1).at();
        return new StayRecording(
                "csv", table.file(), SignalRecordingBuilder.NOBODY, rows, length, false, start, leftOut.toList());
    }

    /** Learns the number format of the table. */
    private void learn(CsvRecord row) {
        if (table.isWhole(row)) {
            for (int column = 0; column < table.columns(); column++) {
                numbers.learn(table.field(row, column));
            }
            if (format.isSinceStart()) {
                numbers.learn(table.time(row));
            }
        }
    }
}
