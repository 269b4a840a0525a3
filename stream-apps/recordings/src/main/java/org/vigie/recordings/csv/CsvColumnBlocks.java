package org.vigie.recordings.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides the columns of a table into blocks. Columns that are filled in the same rows, or in overlapping ranges of rows, form one block
 * and share a clock. A block that follows behind all rows of another begins its time anew.
 */
final class CsvColumnBlocks {
    private final int[] firstRow;
    private final int[] lastRow;
    private final int[] block;

    private CsvColumnBlocks(int columns) {
        firstRow = new int[columns];
        lastRow = new int[columns];
        block = new int[columns];
        Arrays.fill(firstRow, Integer.MAX_VALUE);
    }

    static CsvColumnBlocks of(MappedCsvTable table, CsvRowTimes times) {
        CsvColumnBlocks blocks = new CsvColumnBlocks(table.columns());
        int number = 0;
        for (CsvRecord row : table.rows()) {
            if (times.isKnown(number)) {
                blocks.extend(table, row, number);
            }
            number++;
        }
        blocks.divide();
        return blocks;
    }

    private void extend(MappedCsvTable table, CsvRecord row, int number) {
        for (int column = 0; column < firstRow.length; column++) {
            if (!table.field(row, column).isEmpty()) {
                firstRow[column] = Math.min(firstRow[column], number);
                lastRow[column] = number;
            }
        }
    }

    private void divide() {
        int current = 0;
        int end = -1;
        for (int column : columnsByFirstRow()) {
            current += firstRow[column] > end && end >= 0 ? 1 : 0;
            end = Math.max(end, lastRow[column]);
            block[column] = current;
        }
    }

    private List<Integer> columnsByFirstRow() {
        return IntStream.range(0, firstRow.length)
                .boxed()
                .sorted(Comparator.comparingInt(column -> firstRow[column]))
                .toList();
    }

    /** Returns the block of a column, from 0. */
    int block(int column) {
        return block[column];
    }

    /** Returns the number of blocks. */
    int count() {
        return Arrays.stream(block).max().orElse(-1) + 1;
    }

    /** Returns the first row with a value of the block. */
    int firstRow(int wanted) {
        return columns(wanted).map(column -> firstRow[column]).min().orElse(0);
    }

    /** Returns the last row with a value of the block. */
    int lastRow(int wanted) {
        return columns(wanted).map(column -> lastRow[column]).max().orElse(-1);
    }

    private IntStream columns(int wanted) {
        return IntStream.range(0, block.length).filter(column -> block[column] == wanted);
    }
}
