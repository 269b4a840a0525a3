package org.vigie.gateway.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Any table with a header line and a mapping beside it: {@code column,variable,unit}, one row for each column that is played. The row
 * of the variable {@code time} says what times are, see {@link CsvTimes}; rows of {@code decimal} and {@code charset} may say how
 * numbers and letters are written. The table's separator is the one of comma, semicolon, tab and bar that its header line has most of.
 *
 * <p>The time of the rows may not go back, but a column that follows behind all rows of another begins anew. A table whose rows are
 * all newest first is read from its end.
 */
public final class MappedCsv {
    private static final long NONE = Long.MIN_VALUE;
    /** Two times tell nothing: a clock that went back looks the same as a table that is newest first. */
    private static final int TELLING = 3;

    private final String file;
    private final String table;
    private final CsvMapping mapping;
    private final char separator;
    private final CsvNumbers numbers;
    private final CsvTimes times;
    private final LeftOutList leftOut = new LeftOutList();
    private int timeAt;
    private int[] columnsAt = {};
    private int fields;

    private MappedCsv(String file, String table, CsvMapping mapping, ZoneId zone) throws MalformedFile {
        this.file = file;
        this.table = Csv.withoutMark(table).replaceFirst("\\Asep=.\\R", "");
        this.mapping = mapping;
        this.separator = CsvMapping.separator(this.table);
        this.numbers = new CsvNumbers(separator);
        mapping.decimal().ifPresent(numbers::declare);
        this.times = CsvTimes.of(file, mapping.time().unit(), zone);
    }

    /** @throws MalformedFile when a column is missing or no time can be read; the message names the line */
    public static Recording read(String file, String table, String mapping) throws MalformedFile {
        return read(file, table, mapping, ZoneId.of("UTC"));
    }

    /** @param zone of local times */
    static Recording read(String file, String table, String mapping, ZoneId zone) throws MalformedFile {
        try {
            return new MappedCsv(file, table, CsvMapping.parse(file, mapping), zone).read();
        } catch (CsvParseException e) {
            throw new MalformedFile(file + ": no table as its mapping says: " + e.getMessage(), e);
        }
    }

    /** The same from bytes in the character set that the mapping declares, UTF-8 when it declares none. */
    static Recording read(String file, byte[] table, String mapping, ZoneId zone) throws MalformedFile {
        Optional<Charset> declared = CsvMapping.parse(file, mapping).charset();
        return read(
                file,
                declared.isPresent() ? TextFile.decode(file, table, declared.get()) : TextFile.decode(file, table),
                mapping,
                zone);
    }

    private Recording read() throws MalformedFile {
        Csv.refuseOpenQuote(file, table, separator);
        header();
        rows().forEachRemaining(this::learn);
        long[] at = times();
        boolean isNewestFirst = isNewestFirst(at);
        RecordedRows rows = values(at, isNewestFirst);
        long first = times.isSinceStart() || rows.isEmpty() ? 0 : rows.earliest();
        if (isNewestFirst) {
            leftOut.add(
                    mapping.time().name(),
                    "nothing is left out: the rows are newest first and were read from the last one");
        }
        RecordedRows inOrder = rows.inOrder(first);
        return new Recording(
                "csv",
                file,
                SignalRows.NOBODY,
                inOrder,
                inOrder.isEmpty()
                        ? Duration.ZERO
                        : inOrder.get(inOrder.size() - 1).at(),
                false,
                times.isSinceStart() || rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(first).atZone(times.zone())),
                leftOut.toList());
    }

    private Iterator<CsvRecord> rows() {
        Iterator<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(table)
                .iterator();
        if (rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    private void header() throws MalformedFile {
        List<String> names = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(table).stream()
                .findFirst()
                .map(CsvRecord::getFields)
                .orElse(List.of())
                .stream()
                .map(String::strip)
                .toList();
        fields = names.size();
        timeAt = place(names, mapping.time().name());
        columnsAt = new int[mapping.columns().size()];
        for (int i = 0; i < columnsAt.length; i++) {
            columnsAt[i] = place(names, mapping.columns().get(i).name());
        }
    }

    private int place(List<String> names, String wanted) throws MalformedFile {
        int place = names.indexOf(wanted);
        if (place < 0 || place != names.lastIndexOf(wanted)) {
            throw new MalformedFile(file + ": line 1: the header must have the column '" + wanted
                    + "' of mapping.csv once, has " + String.join(", ", names));
        }
        return place;
    }

    private boolean isWhole(CsvRecord row) {
        return row.getFieldCount() == fields;
    }

    private void learn(CsvRecord row) {
        if (isWhole(row)) {
            for (int at : columnsAt) {
                numbers.learn(row.getField(at));
            }
            if (times.isSinceStart()) {
                numbers.learn(row.getField(timeAt));
            }
        }
    }

    /** The time of each row. What a row without one holds is left out. */
    private long[] times() throws MalformedFile {
        long[] at = new long[1_024];
        int count = 0;
        int readable = 0;
        String fault = "";
        for (Iterator<CsvRecord> rows = rows(); rows.hasNext(); count++) {
            CsvRecord row = rows.next();
            at = count == at.length ? Arrays.copyOf(at, 2 * count) : at;
            sayRowsWithin(row);
            String said = isWhole(row) ? row.getField(timeAt).strip() : "";
            CsvTimes.Time time = isWhole(row)
                    ? times.read(said, numbers)
                    : CsvTimes.Time.none("the line has " + row.getFieldCount() + " fields, the header " + fields);
            at[count] = time.isKnown() ? time.millis() : NONE;
            readable += time.isKnown() ? 1 : 0;
            if (!time.isKnown()) {
                fault = fault.isEmpty() ? file + ": line " + row.getStartingLineNumber() + ": " + time.fault() : fault;
                leaveOut(row, time.fault());
            }
        }
        if (readable == 0 && !fault.isEmpty()) {
            throw new MalformedFile(fault);
        }
        return Arrays.copyOf(at, count);
    }

    /** Two quotes that stand alone make one field of the rows between them. A note of several lines holds no rows. */
    private void sayRowsWithin(CsvRecord row) {
        for (String field : row.getFields()) {
            if (field.indexOf('\n') < 0 && field.indexOf('\r') < 0) {
                continue;
            }
            field.lines()
                    .skip(1)
                    .filter(this::looksLikeRow)
                    .forEach(within -> leftOut.add(
                            "",
                            within,
                            "not read: it looks like a row, and stands between the quotes of one field of another",
                            "line " + row.getStartingLineNumber()));
        }
    }

    private boolean looksLikeRow(String line) {
        String[] words = line.split(Pattern.quote(String.valueOf(separator)), -1);
        return words.length == fields
                && times.read(words[timeAt].strip(), numbers).isKnown();
    }

    private void leaveOut(CsvRecord row, String reason) {
        String line = "line " + row.getStartingLineNumber();
        if (!isWhole(row)) {
            leftOut.add("", String.join(String.valueOf(separator), row.getFields()), reason, line);
            return;
        }
        for (int i = 0; i < columnsAt.length; i++) {
            String field = row.getField(columnsAt[i]).strip();
            if (!field.isEmpty()) {
                leftOut.add(mapping.columns().get(i).name(), field, reason, line);
            }
        }
    }

    private static boolean isNewestFirst(long[] at) {
        long before = Long.MAX_VALUE;
        int different = 0;
        for (long time : at) {
            if (time > before) {
                return false;
            }
            different += time != NONE && time < before ? 1 : 0;
            before = time == NONE ? before : time;
        }
        return different >= TELLING;
    }

    /** Which columns stand in the same rows and share a clock: those of one block, where one block of columns follows another. */
    private int[] clocks(long[] at) {
        int[] first = new int[columnsAt.length];
        int[] last = new int[columnsAt.length];
        Arrays.fill(first, Integer.MAX_VALUE);
        int number = 0;
        for (Iterator<CsvRecord> rows = rows(); rows.hasNext(); number++) {
            CsvRecord row = rows.next();
            for (int i = 0; at[number] != NONE && i < columnsAt.length; i++) {
                if (!row.getField(columnsAt[i]).isBlank()) {
                    first[i] = Math.min(first[i], number);
                    last[i] = number;
                }
            }
        }
        Integer[] order = new Integer[columnsAt.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Integer.compare(first[a], first[b]));
        int[] clocks = new int[columnsAt.length];
        int clock = 0;
        int end = -1;
        for (int i : order) {
            clock = first[i] > end && end >= 0 ? clock + 1 : clock;
            end = Math.max(end, last[i]);
            clocks[i] = clock;
        }
        return clocks;
    }

    private RecordedRows values(long[] at, boolean isNewestFirst) {
        RecordedRows values = new RecordedRows((long) at.length * columnsAt.length);
        int[] clocks = clocks(at);
        long[] newest = new long[columnsAt.length];
        long[] newestLine = new long[columnsAt.length];
        Arrays.fill(newest, NONE);
        List<Integer> columns = new ArrayList<>();
        mapping.columns()
                .forEach(column -> columns.add(
                        values.column(new RecordedRows.Column(column.name(), column.variable(), column.unit()))));
        int number = 0;
        for (Iterator<CsvRecord> rows = rows(); rows.hasNext(); number++) {
            CsvRecord row = rows.next();
            for (int i = 0; at[number] != NONE && i < columnsAt.length; i++) {
                String field = row.getField(columnsAt[i]).strip();
                if (field.isEmpty()) {
                    continue;
                }
                if (!isNewestFirst && at[number] < newest[clocks[i]]) {
                    leftOut.add(
                            mapping.columns().get(i).name(),
                            field,
                            "the time goes back: before " + shown(newest[clocks[i]]) + " of line "
                                    + newestLine[clocks[i]],
                            "line " + row.getStartingLineNumber() + ", " + shown(at[number]));
                    continue;
                }
                newest[clocks[i]] = at[number];
                newestLine[clocks[i]] = row.getStartingLineNumber();
                value(
                        values,
                        at[number],
                        columns.get(i),
                        mapping.columns().get(i).name(),
                        field,
                        row);
            }
        }
        return values;
    }

    private void value(RecordedRows values, long at, int column, String channel, String field, CsvRecord row) {
        String line = "line " + row.getStartingLineNumber();
        CsvNumbers.Field read = numbers.read(field);
        if (read.kind() != CsvNumbers.Kind.NO_VALUE) {
            values.add(at, column, read.value());
        }
        if (read.kind() != CsvNumbers.Kind.NUMBER) {
            leftOut.add(channel, field, read.reason(), line);
        }
    }

    private String shown(long millis) {
        return times.isSinceStart()
                ? millis / 1000.0 + " s"
                : Instant.ofEpochMilli(millis)
                        .atZone(times.zone())
                        .toLocalDateTime()
                        .toString();
    }
}
