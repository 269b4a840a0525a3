package org.vigie.recordings.edf;

import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.LeftOutCollector;

/**
 * Divides the data records of a discontinuous file into runs without a gap, by the onset that each record's annotations give. A record
 * that gives none, or that begins before the last one ended, is left out.
 */
final class EdfRecordRuns {
    private static final double SAME = 1e-6;
    private static final int ONSET_END = 20;

    private final double recordSeconds;
    private final LeftOutCollector leftOut;
    private final List<ContiguousRecords> runs = new ArrayList<>();
    private double end;

    private EdfRecordRuns(double recordSeconds, LeftOutCollector leftOut) {
        this.recordSeconds = recordSeconds;
        this.leftOut = leftOut;
    }

    /**
     * Holds data records that follow each other without a gap.
     *
     * @param first number of the first record
     * @param start seconds from the start of the file to the first record
     */
    record ContiguousRecords(int first, int count, double start) {
        private int next() {
            return first + count;
        }

        private ContiguousRecords longer() {
            return new ContiguousRecords(first, count + 1, start);
        }
    }

    /** Returns the runs. A file that is not discontinuous is one run. */
    static List<ContiguousRecords> of(EdfFieldReader fields, EdfHeader header, int records, LeftOutCollector leftOut) {
        if (!header.variant().isDiscontinuous()) {
            return records == 0 ? List.of() : List.of(new ContiguousRecords(0, records, 0));
        }
        EdfSignalHeader annotations = header.annotations();
        EdfRecordRuns runs = new EdfRecordRuns(header.recordSeconds(), leftOut);
        int length = header.variant().sampleBytes() * annotations.perRecord();
        for (int record = 0; record < records; record++) {
            runs.add(record, onset(fields.text(header.place(annotations, record, 0), length)));
        }
        return runs.runs;
    }

    /** Returns {@code +567.25}, the text before the first byte 20 of a record's annotations. */
    private static String onset(String annotations) {
        int end = annotations.indexOf(ONSET_END);
        return end < 0 ? EdfFieldReader.label(annotations) : annotations.substring(0, end);
    }

    private void add(int record, String text) {
        double onset = EdfFieldReader.parsed(text);
        if (Double.isNaN(onset)) {
            leftOut.add("", text, "data record " + (record + 1) + " does not say when it begins: not read", "");
        } else if (onset < end - SAME) {
            String reason = "data record " + (record + 1) + " begins before the last one ends, at "
                    + EdfFieldReader.plain(end) + " s: not read";
            leftOut.add("", text, reason, "");
        } else {
            extend(record, onset);
            end = onset + recordSeconds;
        }
    }

    private void extend(int record, double onset) {
        ContiguousRecords last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.next() == record && Math.abs(onset - end) <= SAME) {
            runs.set(runs.size() - 1, last.longer());
        } else {
            runs.add(new ContiguousRecords(record, 1, onset));
        }
    }
}
