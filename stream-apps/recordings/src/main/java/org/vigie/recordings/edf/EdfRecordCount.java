package org.vigie.recordings.edf;

import java.util.Locale;
import org.vigie.recordings.LeftOutCollector;

/**
 * Compares the number of data records that the header promises with those that the file holds.
 *
 * @param promised the number in the header; -1 when it is not known
 * @param recordBytes bytes of one data record
 * @param behind bytes behind the header
 */
record EdfRecordCount(long promised, long recordBytes, long behind) {
    private static final int UNKNOWN = -1;

    /** Returns how many data records are read, and reports how the file differs from its header. */
    static int readable(EdfFieldReader fields, EdfHeader header, LeftOutCollector leftOut) {
        String text = fields.text(236, 8).strip();
        long promised = text.matches("\\d{1,8}") ? Long.parseLong(text) : UNKNOWN;
        var count = new EdfRecordCount(promised, header.recordBytes(), fields.length() - (long) header.length());
        count.reportCount(text, leftOut);
        count.reportCutRecord(leftOut);
        return (int) (promised == UNKNOWN ? count.held() : Math.min(promised, count.held()));
    }

    private long held() {
        return recordBytes == 0 ? 0 : behind / recordBytes;
    }

    private void reportCount(String text, LeftOutCollector leftOut) {
        if (promised == UNKNOWN) {
            String reason = "number of data records: not known when the file was written; it was not closed: " + held()
                    + " whole data records are read";
            leftOut.add("", text, reason, "");
        } else if (promised > held()) {
            report(leftOut, "the file ends early: %s data records are promised, %s whole ones are read", held());
        } else if (behind > promised * recordBytes) {
            long rest = behind - promised * recordBytes;
            report(leftOut, "more bytes than promised: %s data records are read, %s bytes behind them are not", rest);
        }
    }

    private void report(LeftOutCollector leftOut, String reason, long other) {
        leftOut.add("", String.format(Locale.ROOT, reason, promised, other));
    }

    private void reportCutRecord(LeftOutCollector leftOut) {
        boolean isEndReached = promised == UNKNOWN || promised > held();
        if (recordBytes > 0 && behind % recordBytes != 0 && isEndReached) {
            leftOut.add(
                    "",
                    "the file ends within data record " + (held() + 1) + ": " + behind % recordBytes + " bytes of "
                            + recordBytes + " are not read");
        }
    }
}
