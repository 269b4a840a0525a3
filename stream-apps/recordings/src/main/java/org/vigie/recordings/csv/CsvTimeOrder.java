package org.vigie.recordings.csv;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Decides which rows of a table are in the order of time. Within a block of columns the time may not go back. A single row whose time no
 * later row reaches is ahead: the row is left out, and not those behind it. A table that is newest first is in order.
 */
final class CsvTimeOrder {
    /** One row behind does not tell a time that is ahead from a time that goes back. */
    private static final int TELLING = 2;

    private final CsvRowTimes times;
    private final CsvColumnBlocks blocks;
    private final LongFunction<String> text;
    private final boolean isNewestFirst;
    private final BitSet ahead = new BitSet();
    private final long[] newest;
    private final long[] newestLine;

    /** @param text how a time is written in reasons */
    CsvTimeOrder(CsvRowTimes times, CsvColumnBlocks blocks, LongFunction<String> text) {
        this.times = times;
        this.blocks = blocks;
        this.text = text;
        this.isNewestFirst = times.isNewestFirst();
        this.newest = new long[blocks.count()];
        this.newestLine = new long[blocks.count()];
        Arrays.fill(newest, Long.MIN_VALUE);
        for (int block = 0; block < blocks.count(); block++) {
            findAhead(blocks.firstRow(block), blocks.lastRow(block));
        }
    }

    private void findAhead(int firstRow, int lastRow) {
        long before = Long.MIN_VALUE;
        long[] latest = latestBehind(firstRow, lastRow);
        for (int row = firstRow; row <= lastRow; row++) {
            if (times.isKnown(row) && isAhead(row, lastRow, before, latest[row - firstRow])) {
                ahead.set(row);
            } else if (times.isKnown(row)) {
                before = Math.max(before, times.millis(row));
            }
        }
    }

    /** Returns the latest time behind each row. */
    private long[] latestBehind(int firstRow, int lastRow) {
        long[] latest = new long[Math.max(0, lastRow - firstRow + 1)];
        long newestBehind = Long.MIN_VALUE;
        for (int row = lastRow; row >= firstRow; row--) {
            latest[row - firstRow] = newestBehind;
            newestBehind = times.isKnown(row) ? Math.max(newestBehind, times.millis(row)) : newestBehind;
        }
        return latest;
    }

    private boolean isAhead(int row, int lastRow, long before, long latestBehind) {
        if (times.millis(row) <= latestBehind) {
            return false;
        }
        int[] next = IntStream.rangeClosed(row + 1, lastRow)
                .filter(times::isKnown)
                .limit(TELLING)
                .toArray();
        return next.length == TELLING && times.millis(next[0]) >= before;
    }

    /**
     * Returns why a row is out of order in the block of a column. Empty when it is in order: it is then the newest row of the block.
     *
     * @param line the line of the file, for the reasons of later rows
     */
    IntFunction<String> ofRow(int row, long line) {
        return column -> fault(blocks.block(column), row, line);
    }

    private String fault(int block, int row, long line) {
        long time = times.millis(row);
        if (isNewestFirst) {
            return "";
        }
        if (ahead.get(row)) {
            return "the time is ahead of all rows behind it";
        }
        return time < newest[block]
                ? "the time goes back: before " + text.apply(newest[block]) + " of line " + newestLine[block]
                : advance(block, time, line);
    }

    private String advance(int block, long time, long line) {
        newest[block] = time;
        newestLine[block] = line;
        return "";
    }
}
