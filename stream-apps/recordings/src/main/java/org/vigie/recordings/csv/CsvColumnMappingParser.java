package org.vigie.recordings.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.csv.CsvColumnMapping.MappedColumn;

/** Parses a {@code mapping.csv}, row by row. */
final class CsvColumnMappingParser {
    private static final List<String> HEADER = List.of("column", "variable", "unit");

    private final String file;
    private final List<MappedColumn> columns = new ArrayList<>();
    private MappedColumn time;
    private Optional<Character> decimal = Optional.empty();
    private Optional<Charset> charset = Optional.empty();

    /** @param file the table beside the mapping, for messages */
    CsvColumnMappingParser(String file) {
        this.file = file;
    }

    CsvColumnMapping parse(String mapping) throws MalformedRecordingFile {
        List<CsvRecord> rows = rows(CsvTables.withoutMark(mapping));
        requireHeader(rows);
        for (CsvRecord row : rows.subList(1, rows.size())) {
            add(column(row));
        }
        if (time == null) {
            throw malformed(": its mapping names no column of the time");
        }
        return new CsvColumnMapping(time, List.copyOf(columns), decimal, charset);
    }

    private void requireHeader(List<CsvRecord> rows) throws MalformedRecordingFile {
        if (rows.isEmpty() || !stripped(rows.get(0)).equals(HEADER)) {
            throw malformed(": its mapping.csv must begin with column,variable,unit, begins with "
                    + (rows.isEmpty() ? "nothing" : String.join(",", rows.get(0).getFields())));
        }
    }

    private List<CsvRecord> rows(String text) throws MalformedRecordingFile {
        char separator = CsvColumnMapping.separator(text);
        CsvTables.refuseOpenQuote(file + ": mapping.csv", text, separator);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .toList();
    }

    private MappedColumn column(CsvRecord row) throws MalformedRecordingFile {
        List<String> words = stripped(row);
        if (words.size() != HEADER.size()) {
            throw malformed(": mapping.csv line " + row.getStartingLineNumber() + ": must have three fields, has "
                    + words.size());
        }
        return new MappedColumn(words.get(0), words.get(1), words.get(2));
    }

    private void add(MappedColumn column) throws MalformedRecordingFile {
        switch (column.variable()) {
            case "decimal" -> decimal = Optional.of(decimal(column.unit()));
            case "charset" -> charset = Optional.of(charset(column.unit()));
            case "time" -> time = onlyTime(column);
            default -> addPlayed(column);
        }
    }

    private MappedColumn onlyTime(MappedColumn column) throws MalformedRecordingFile {
        if (time != null) {
            throw malformed(": its mapping names two columns of the time: " + time.name() + " and " + column.name());
        }
        return column;
    }

    private void addPlayed(MappedColumn column) throws MalformedRecordingFile {
        if (columns.stream().anyMatch(other -> other.name().equals(column.name()))) {
            throw malformed(": its mapping names the column " + column.name() + " twice");
        }
        columns.add(column);
    }

    private char decimal(String declared) throws MalformedRecordingFile {
        return switch (declared) {
            case "point", "." -> '.';
            case "comma", "," -> ',';
            default -> throw malformed(": mapping.csv: decimal must be point or comma, was " + declared);
        };
    }

    private Charset charset(String declared) throws MalformedRecordingFile {
        try {
            return Charset.forName(declared);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedRecordingFile(
                    file + ": mapping.csv: charset must be one like windows-1252, was " + declared, e);
        }
    }

    private static List<String> stripped(CsvRecord row) {
        return row.getFields().stream().map(String::strip).toList();
    }

    private MalformedRecordingFile malformed(String what) {
        return new MalformedRecordingFile(file + what);
    }
}
