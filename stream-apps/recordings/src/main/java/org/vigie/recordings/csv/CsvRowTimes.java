package org.vigie.recordings.csv;

import java.util.Arrays;

/** Holds the times of the rows of a table, in milliseconds. A row can be without a time. */
final class CsvRowTimes {
    private static final long NONE = Long.MIN_VALUE;
    /** Two times do not tell a table that is newest first from a clock that went back. */
    private static final int TELLING = 3;

    private long[] millis = new long[1_024];
    private int size;

    void add(CsvTimeField time) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
        }
        millis[size++] = time.isKnown() ? time.millis() : NONE;
    }

    /** Returns the number of rows. */
    int size() {
        return size;
    }

    boolean isKnown(int row) {
        return millis[row] != NONE;
    }

    long millis(int row) {
        return millis[row];
    }

    /** Returns true when no row has a time at all. */
    boolean isAllUnknown() {
        return Arrays.stream(millis, 0, size).allMatch(time -> time == NONE);
    }

    /** Returns true when the rows go from the newest to the oldest. */
    boolean isNewestFirst() {
        long before = Long.MAX_VALUE;
        int different = 0;
        for (int row = 0; row < size; row++) {
            if (millis[row] > before) {
                return false;
            }
            different += isKnown(row) && millis[row] < before ? 1 : 0;
            before = isKnown(row) ? millis[row] : before;
        }
        return different >= TELLING;
    }
}
