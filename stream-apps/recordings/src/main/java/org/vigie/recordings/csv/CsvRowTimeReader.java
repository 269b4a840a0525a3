package org.vigie.recordings.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.regex.Pattern;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.MalformedRecordingFile;

/** Reads the times of the rows of a table. The fields of a row without a time are left out. */
final class CsvRowTimeReader {
    private final MappedCsvTable table;
    private final CsvTimeFormat format;
    private final CsvNumberFormat numbers;
    private final LeftOutCollector leftOut;
    private String firstFault = "";

    /** @param numbers the number format of the table, for times that are numbers */
    CsvRowTimeReader(MappedCsvTable table, CsvTimeFormat format, CsvNumberFormat numbers, LeftOutCollector leftOut) {
        this.table = table;
        this.format = format;
        this.numbers = numbers;
        this.leftOut = leftOut;
    }

    /** @throws MalformedRecordingFile when no row has a time; the message names the first line without one */
    CsvRowTimes read() throws MalformedRecordingFile {
        CsvRowTimes times = new CsvRowTimes();
        for (CsvRecord row : table.rows()) {
            reportRowsWithin(row);
            times.add(timeOrLeaveOut(row));
        }
        if (!firstFault.isEmpty() && times.isAllUnknown()) {
            throw new MalformedRecordingFile(firstFault);
        }
        return times;
    }

    private CsvTimeField timeOrLeaveOut(CsvRecord row) {
        CsvTimeField time = time(row);
        if (!time.isKnown()) {
            leaveOut(row, time.fault());
        }
        return time;
    }

    private CsvTimeField time(CsvRecord row) {
        return table.isWhole(row)
                ? format.read(table.time(row), numbers)
                : CsvTimeField.none("the line has " + row.getFieldCount() + " fields, the header " + table.width());
    }

    /** Two quotes that stand alone make one field of the rows between them. A note of several lines holds no rows. */
    private void reportRowsWithin(CsvRecord row) {
        String reason = "not read: it looks like a row, and stands between the quotes of one field of another";
        for (String field : row.getFields()) {
            if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
                field.lines()
                        .skip(1)
                        .filter(this::looksLikeRow)
                        .forEach(within -> leftOut.add("", within, reason, "line " + table.line(row)));
            }
        }
    }

    private boolean looksLikeRow(String line) {
        String[] words = line.split(Pattern.quote(String.valueOf(table.separator())), -1);
        return words.length == table.width()
                && format.read(words[table.timePlace()].strip(), numbers).isKnown();
    }

    private void leaveOut(CsvRecord row, String reason) {
        String line = "line " + table.line(row);
        firstFault = firstFault.isEmpty() ? table.file() + ": " + line + ": " + reason : firstFault;
        if (table.isWhole(row)) {
            leaveOutFields(row, reason, line);
        } else {
            leftOut.add("", String.join(String.valueOf(table.separator()), row.getFields()), reason, line);
        }
    }

    private void leaveOutFields(CsvRecord row, String reason, String line) {
        for (int column = 0; column < table.columns(); column++) {
            String field = table.field(row, column);
            if (!field.isEmpty()) {
                leftOut.add(table.channel(column), field, reason, line);
            }
        }
    }
}
