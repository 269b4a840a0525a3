package org.vigie.recordings.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.recordings.MalformedRecordingFile;

/** Represents a table with a header line whose columns a mapping names. It gives the fields of its rows by the columns of the mapping. */
final class MappedCsvTable {
    /** Excel's own line above the header, {@code sep=;}. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\Asep=.\\R");

    private final String file;
    private final String text;
    private final CsvColumnMapping mapping;
    private final char separator;
    private final int linesAbove;
    private final int fields;
    private final int timePlace;
    private final int[] places;

    private MappedCsvTable(String file, String text, CsvColumnMapping mapping, int linesAbove)
            throws MalformedRecordingFile {
        this.file = file;
        this.text = text;
        this.mapping = mapping;
        this.linesAbove = linesAbove;
        this.separator = CsvColumnMapping.separator(text);
        List<String> names = header();
        this.fields = names.size();
        this.timePlace = place(names, mapping.time().name());
        this.places = places(names);
    }

    /** @throws MalformedRecordingFile when a column is missing or a quote is not closed; the message names the line */
    static MappedCsvTable open(String file, String table, CsvColumnMapping mapping) throws MalformedRecordingFile {
        String marked = CsvTables.withoutMark(table);
        String text = SEPARATOR_LINE.matcher(marked).replaceFirst("");
        CsvTables.refuseOpenQuote(file, marked, CsvColumnMapping.separator(text));
        return new MappedCsvTable(file, text, mapping, text.length() == marked.length() ? 0 : 1);
    }

    private List<String> header() {
        return CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text).stream()
                .findFirst()
                .map(CsvRecord::getFields)
                .orElse(List.of())
                .stream()
                .map(String::strip)
                .toList();
    }

    private int[] places(List<String> names) throws MalformedRecordingFile {
        int[] found = new int[mapping.columns().size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = place(names, channel(i));
        }
        return found;
    }

    private int place(List<String> names, String wanted) throws MalformedRecordingFile {
        int place = names.indexOf(wanted);
        if (place < 0 || place != names.lastIndexOf(wanted)) {
            throw new MalformedRecordingFile(file + ": line " + (1 + linesAbove) + ": the header must have the column '"
                    + wanted + "' of mapping.csv once, has " + String.join(", ", names));
        }
        return place;
    }

    /** Returns the rows below the header, from the first one at each call. */
    Iterable<CsvRecord> rows() {
        return () -> {
            Iterator<CsvRecord> rows = CsvReader.builder()
                    .fieldSeparator(separator)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .iterator();
            if (rows.hasNext()) {
                rows.next();
            }
            return rows;
        };
    }

    /** Returns true when a row has as many fields as the header. */
    boolean isWhole(CsvRecord row) {
        return row.getFieldCount() == fields;
    }

    /** Returns the number of mapped columns, without that of the time. */
    int columns() {
        return places.length;
    }

    String channel(int column) {
        return mapping.columns().get(column).name();
    }

    String field(CsvRecord row, int column) {
        return row.getField(places[column]).strip();
    }

    String time(CsvRecord row) {
        return row.getField(timePlace).strip();
    }

    /** Returns the line of the file at which a row begins. */
    long line(CsvRecord row) {
        return row.getStartingLineNumber() + linesAbove;
    }

    String file() {
        return file;
    }

    char separator() {
        return separator;
    }

    /** Returns the number of fields of the header. */
    int width() {
        return fields;
    }

    int timePlace() {
        return timePlace;
    }
}
