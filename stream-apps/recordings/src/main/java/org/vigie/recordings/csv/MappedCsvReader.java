package org.vigie.recordings.csv;

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
import org.vigie.recordings.CompactRowList;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.io.TextFileDecoder;
import org.vigie.recordings.signal.SignalRecordingBuilder;

/**
 * Any table with a header line and a mapping beside it: {@code column,variable,unit}, one row for each column that is played. The row
 * of the variable {@code time} says what times are, see {@link CsvTimeFormat}; rows of {@code decimal} and {@code charset} may say how
 * numbers and letters are written. The table's separator is the one of comma, semicolon, tab and bar that its header line has most of.
 *
 * <p>The time of the rows may not go back, but a column that follows behind all rows of another begins anew. A table whose rows are
 * all newest first is read from its end.
 */
public final class MappedCsvReader {
    private static final long NONE = Long.MIN_VALUE;
    /** Two times tell nothing: a clock that went back looks the same as a table that is newest first. */
    private static final int TELLING = 3;

    private final String file;
    private final String table;
    private final CsvColumnMapping mapping;
    private final char separator;
    private final CsvNumberFormat numbers;
    private final CsvTimeFormat times;
    private final LeftOutCollector leftOut = new LeftOutCollector();
    private int timeAt;
    private int[] columnsAt = {};
    private int fields;

    private MappedCsvReader(String file, String table, CsvColumnMapping mapping, ZoneId zone)
            throws MalformedRecordingFile {
        this.file = file;
        this.table = CsvTables.withoutMark(table).replaceFirst("\\Asep=.\\R", "");
        this.mapping = mapping;
        this.separator = CsvColumnMapping.separator(this.table);
        this.numbers = new CsvNumberFormat(separator);
        mapping.decimal().ifPresent(numbers::declare);
        this.times = CsvTimeFormat.of(file, mapping.time().unit(), zone);
    }

    /** @throws MalformedRecordingFile when a column is missing or no time can be read; the message names the line */
    public static StayRecording read(String file, String table, String mapping) throws MalformedRecordingFile {
        return read(file, table, mapping, ZoneId.of("UTC"));
    }

    /** @param zone of local times */
    static StayRecording read(String file, String table, String mapping, ZoneId zone) throws MalformedRecordingFile {
        try {
            return new MappedCsvReader(file, table, CsvColumnMapping.parse(file, mapping), zone).read();
        } catch (CsvParseException e) {
            throw new MalformedRecordingFile(file + ": no table as its mapping says: " + e.getMessage(), e);
        }
    }

    /** The same from bytes in the character set that the mapping declares, UTF-8 when it declares none. */
    public static StayRecording read(String file, byte[] table, String mapping, ZoneId zone)
            throws MalformedRecordingFile {
        Optional<Charset> declared = CsvColumnMapping.parse(file, mapping).charset();
        return read(
                file,
                declared.isPresent()
                        ? TextFileDecoder.decode(file, table, declared.get())
                        : TextFileDecoder.decode(file, table),
                mapping,
                zone);
    }

    private StayRecording read() throws MalformedRecordingFile {
        CsvTables.refuseOpenQuote(file, table, separator);
        header();
        rows().forEachRemaining(this::learn);
        long[] at = times();
        boolean isNewestFirst = isNewestFirst(at);
        CompactRowList rows = values(at, isNewestFirst);
        long first = times.isSinceStart() || rows.isEmpty() ? 0 : rows.earliest();
        if (isNewestFirst) {
            leftOut.add(
                    mapping.time().name(),
                    "nothing is left out: the rows are newest first and were read from the last one");
        }
        CompactRowList inOrder = rows.inOrder(first);
        return new StayRecording(
                "csv",
                file,
                SignalRecordingBuilder.NOBODY,
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

    private void header() throws MalformedRecordingFile {
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

    private int place(List<String> names, String wanted) throws MalformedRecordingFile {
        int place = names.indexOf(wanted);
        if (place < 0 || place != names.lastIndexOf(wanted)) {
            throw new MalformedRecordingFile(file + ": line 1: the header must have the column '" + wanted
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
    private long[] times() throws MalformedRecordingFile {
        long[] at = new long[1_024];
        int count = 0;
        int readable = 0;
        String fault = "";
        for (Iterator<CsvRecord> rows = rows(); rows.hasNext(); count++) {
            CsvRecord row = rows.next();
            at = count == at.length ? Arrays.copyOf(at, 2 * count) : at;
            sayRowsWithin(row);
            String said = isWhole(row) ? row.getField(timeAt).strip() : "";
            CsvTimeFormat.CsvTimeField time = isWhole(row)
                    ? times.read(said, numbers)
                    : CsvTimeFormat.CsvTimeField.none(
                            "the line has " + row.getFieldCount() + " fields, the header " + fields);
            at[count] = time.isKnown() ? time.millis() : NONE;
            readable += time.isKnown() ? 1 : 0;
            if (!time.isKnown()) {
                fault = fault.isEmpty() ? file + ": line " + row.getStartingLineNumber() + ": " + time.fault() : fault;
                leaveOut(row, time.fault());
            }
        }
        if (readable == 0 && !fault.isEmpty()) {
            throw new MalformedRecordingFile(fault);
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

    private CompactRowList values(long[] at, boolean isNewestFirst) {
        CompactRowList values = new CompactRowList((long) at.length * columnsAt.length);
        int[] clocks = clocks(at);
        long[] newest = new long[columnsAt.length];
        long[] newestLine = new long[columnsAt.length];
        Arrays.fill(newest, NONE);
        List<Integer> columns = new ArrayList<>();
        mapping.columns()
                .forEach(column -> columns.add(
                        values.column(new CompactRowList.RowColumn(column.name(), column.variable(), column.unit()))));
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

    private void value(CompactRowList values, long at, int column, String channel, String field, CsvRecord row) {
        String line = "line " + row.getStartingLineNumber();
        CsvNumberFormat.CsvNumberField read = numbers.read(field);
        if (read.kind() != CsvNumberFormat.CsvFieldKind.NO_VALUE) {
            values.add(at, column, read.value());
        }
        if (read.kind() != CsvNumberFormat.CsvFieldKind.NUMBER) {
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
