package org.vigie.recordings.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.vigie.recordings.CompactRowList;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.RowColumn;
import org.vigie.recordings.csv.CsvColumnMapping.MappedColumn;
import org.vigie.recordings.csv.CsvNumberField.CsvFieldKind;

/** Reads the values of a table whose times are known. A field that is no number, or whose time is out of order, is left out. */
final class CsvValueReader {
    private final MappedCsvTable table;
    private final CsvNumberFormat numbers;
    private final LongFunction<String> timeText;
    private final LeftOutCollector leftOut;

    /** @param timeText how a time is written in reasons */
    CsvValueReader(
            MappedCsvTable table, CsvNumberFormat numbers, LongFunction<String> timeText, LeftOutCollector leftOut) {
        this.table = table;
        this.numbers = numbers;
        this.timeText = timeText;
        this.leftOut = leftOut;
    }

    /** Returns the values in the order of the rows. */
    CompactRowList read(CsvRowTimes times, Iterable<MappedColumn> columns) {
        CompactRowList values = new CompactRowList((long) times.size() * table.columns());
        for (MappedColumn column : columns) {
            values.column(new RowColumn(column.name(), column.variable(), column.unit()));
        }
        CsvTimeOrder order = new CsvTimeOrder(times, CsvColumnBlocks.of(table, times), timeText);
        int number = 0;
        for (CsvRecord row : table.rows()) {
            if (times.isKnown(number)) {
                add(values, row, times.millis(number), order.ofRow(number, table.line(row)));
            }
            number++;
        }
        return values;
    }

    /** @param fault why the row is out of order in the block of a column; empty when it is in order */
    private void add(CompactRowList values, CsvRecord row, long millis, IntFunction<String> fault) {
        for (int column = 0; column < table.columns(); column++) {
            String field = table.field(row, column);
            if (field.isEmpty()) {
                continue;
            }
            String outOfOrder = fault.apply(column);
            if (outOfOrder.isEmpty()) {
                addValue(values, row, millis, column);
            } else {
                leaveOut(row, millis, column, outOfOrder);
            }
        }
    }

    private void leaveOut(CsvRecord row, long millis, int column, String reason) {
        String place = "line " + table.line(row) + ", " + timeText.apply(millis);
        leftOut.add(table.channel(column), table.field(row, column), reason, place);
    }

    private void addValue(CompactRowList values, CsvRecord row, long millis, int column) {
        CsvNumberField read = numbers.read(table.field(row, column));
        if (read.kind() != CsvFieldKind.NO_VALUE) {
            values.add(millis, column, read.value());
        }
        if (read.kind() != CsvFieldKind.NUMBER) {
            leftOut.add(table.channel(column), table.field(row, column), read.reason(), "line " + table.line(row));
        }
    }
}
