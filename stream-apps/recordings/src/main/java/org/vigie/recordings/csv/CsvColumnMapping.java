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

/**
 * What a {@code mapping.csv} says of the tables beside it.
 *
 * @param time the column of the time
 * @param columns the others that are played
 * @param decimal the mark before decimals; empty when the table's own numbers tell it
 * @param charset empty when it is UTF-8, or UTF-16 with a byte order mark
 */
record CsvColumnMapping(
        MappedColumn time, List<MappedColumn> columns, Optional<Character> decimal, Optional<Charset> charset) {
    /** @param variable its name in the catalogue, or {@code time} */
    record MappedColumn(String name, String variable, String unit) {}

    static CsvColumnMapping parse(String file, String mapping) throws MalformedRecordingFile {
        String text = CsvTables.withoutMark(mapping);
        CsvTables.refuseOpenQuote(file + ": mapping.csv", text, separator(text));
        List<MappedColumn> columns = new ArrayList<>();
        MappedColumn time = null;
        Optional<Character> decimal = Optional.empty();
        Optional<Charset> charset = Optional.empty();
        List<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator(text))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .toList();
        if (rows.isEmpty() || !stripped(rows.get(0)).equals(List.of("column", "variable", "unit"))) {
            throw new MalformedRecordingFile(file
                    + ": its mapping.csv must begin with column,variable,unit, begins with "
                    + (rows.isEmpty() ? "nothing" : String.join(",", rows.get(0).getFields())));
        }
        for (CsvRecord row : rows.subList(1, rows.size())) {
            List<String> words = stripped(row);
            if (words.size() != 3) {
                throw new MalformedRecordingFile(file + ": mapping.csv line " + row.getStartingLineNumber()
                        + ": must have three fields, has " + words.size());
            }
            MappedColumn column = new MappedColumn(words.get(0), words.get(1), words.get(2));
            switch (column.variable()) {
                case "decimal" -> decimal = Optional.of(decimal(file, column.unit()));
                case "charset" -> charset = Optional.of(charset(file, column.unit()));
                case "time" -> {
                    if (time != null) {
                        throw new MalformedRecordingFile(file + ": its mapping names two columns of the time: "
                                + time.name() + " and " + column.name());
                    }
                    time = column;
                }
                default -> {
                    if (columns.stream().anyMatch(other -> other.name().equals(column.name()))) {
                        throw new MalformedRecordingFile(
                                file + ": its mapping names the column " + column.name() + " twice");
                    }
                    columns.add(column);
                }
            }
        }
        if (time == null) {
            throw new MalformedRecordingFile(file + ": its mapping names no column of the time");
        }
        return new CsvColumnMapping(time, List.copyOf(columns), decimal, charset);
    }

    private static List<String> stripped(CsvRecord row) {
        return row.getFields().stream().map(String::strip).toList();
    }

    private static char decimal(String file, String said) throws MalformedRecordingFile {
        return switch (said) {
            case "point", "." -> '.';
            case "comma", "," -> ',';
            default ->
                throw new MalformedRecordingFile(file + ": mapping.csv: decimal must be point or comma, was " + said);
        };
    }

    private static Charset charset(String file, String said) throws MalformedRecordingFile {
        try {
            return Charset.forName(said);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedRecordingFile(
                    file + ": mapping.csv: charset must be one like windows-1252, was " + said, e);
        }
    }

    /** The one of comma, semicolon, tab and bar that the first line has most of. */
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
