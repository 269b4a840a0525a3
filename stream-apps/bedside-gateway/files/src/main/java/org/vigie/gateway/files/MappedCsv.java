package org.vigie.gateway.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.gateway.files.Recording.Value;

/**
 * Any table with a header line and a mapping beside it: {@code column,variable,unit}, one row for each column that is played. The row
 * of the variable {@code time} says what times are: {@code s}, {@code min} or {@code h} since the start, or {@code iso}. The table's
 * separator is the one of comma, semicolon, tab and bar that its header line has most of.
 */
public final class MappedCsv {
    private static final Map<String, Duration> UNITS =
            Map.of("s", Duration.ofSeconds(1), "min", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    private final String file;
    private final Map<String, Column> columns;
    private final Column time;

    private record Column(String name, String variable, String unit) {}

    private MappedCsv(String file, Map<String, Column> columns) throws MalformedFile {
        this.file = file;
        this.columns = columns;
        this.time = columns.values().stream()
                .filter(column -> column.variable().equals("time"))
                .findFirst()
                .orElseThrow(() -> new MalformedFile(file + ": its mapping names no column of the time"));
        if (!UNITS.containsKey(time.unit()) && !time.unit().equals("iso")) {
            throw new MalformedFile(file + ": the time's unit must be s, min, h or iso, was " + time.unit());
        }
    }

    /** @throws MalformedFile when a column is missing or a time cannot be read; the message names the line */
    public static Recording read(String file, String table, String mapping) throws MalformedFile {
        try {
            Map<String, Column> columns = Csv.rows(mapping)
                    .map(row -> new Column(row.getField("column"), row.getField("variable"), row.getField("unit")))
                    .collect(Collectors.toMap(Column::name, Function.identity()));
            return new MappedCsv(file, columns).read(table);
        } catch (CsvParseException | NoSuchElementException | IllegalStateException e) {
            throw new MalformedFile(file + ": no table as its mapping says: " + e.getMessage(), e);
        }
    }

    private Recording read(String table) throws MalformedFile {
        Rows rows = new Rows();
        Duration last = Duration.ZERO;
        LocalDateTime first = null;
        for (NamedCsvRecord row : records(table)) {
            String said = row.getField(time.name()).strip();
            if (first == null && time.unit().equals("iso")) {
                first = iso(said, row);
            }
            Duration at = first == null ? since(said, row) : Duration.between(first, iso(said, row));
            if (at.isNegative()) {
                throw new MalformedFile(file + ": line " + row.getStartingLineNumber() + ": before the first time");
            }
            columns.values().stream()
                    .filter(column -> !column.variable().equals("time"))
                    .forEach(column -> add(rows, at, column, row));
            last = at.compareTo(last) > 0 ? at : last;
        }
        return new Recording("csv", file, SignalRows.NOBODY, rows.inOrder(), last, false);
    }

    private static List<NamedCsvRecord> records(String table) {
        String header = table.lines().findFirst().orElse("");
        char separator = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            separator = count(header, candidate) > count(header, separator) ? candidate : separator;
        }
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(table).stream()
                .toList();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    /** An empty field is no value; words stand where the monitor gave no number. */
    private static void add(Rows rows, Duration at, Column column, NamedCsvRecord row) {
        String field = row.getField(column.name()).strip();
        if (!field.isEmpty()) {
            rows.add(at, new Value(column.variable(), number(field), column.unit()));
        }
    }

    private static OptionalDouble number(String field) {
        try {
            double number = Double.parseDouble(field.replace(',', '.'));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private Duration since(String field, NamedCsvRecord row) throws MalformedFile {
        double number = number(field).orElse(-1);
        double millis = number * UNITS.get(time.unit()).toMillis();
        if (number < 0 || millis > 1e13) {
            throw notATime(row, field);
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private LocalDateTime iso(String field, NamedCsvRecord row) throws MalformedFile {
        String text = field.replace(' ', 'T').toUpperCase(Locale.ROOT);
        try {
            return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text)
                            .atZoneSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime()
                    : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw notATime(row, field);
        }
    }

    private MalformedFile notATime(NamedCsvRecord row, String field) {
        return new MalformedFile(file + ": line " + row.getStartingLineNumber() + ": no time: " + field);
    }
}
