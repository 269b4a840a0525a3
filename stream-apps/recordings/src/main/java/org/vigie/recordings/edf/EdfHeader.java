package org.vigie.recordings.edf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * Holds the header of an EDF file.
 *
 * @param length bytes of the header
 * @param recordSeconds duration of a data record; 0 or less when its samples have no time
 * @param recordBytes bytes of a data record
 * @param signals in the order in which their samples stand in a data record
 */
record EdfHeader(
        EdfVariant variant, int length, double recordSeconds, long recordBytes, List<EdfSignalHeader> signals) {
    /** Length of the part that does not depend on the number of signals. */
    static final int FIXED_BYTES = 256;

    private static final int MOST_SIGNALS = 512;
    private static final int MOST_SAMPLES_OF_RECORD = 1 << 20;

    /** @throws MalformedRecordingFile when the header is incomplete or contradicts itself */
    static EdfHeader read(EdfFieldReader fields) throws MalformedRecordingFile {
        EdfVariant variant = EdfVariant.read(fields);
        int count = (int) fields.whole(252, 4, "number of signals", 1, MOST_SIGNALS);
        long expected = FIXED_BYTES * (count + 1L);
        int length = (int) fields.whole(184, 8, "bytes of the header", expected, expected);
        if (fields.length() < length) {
            throw fields.malformed("ends within its header, at byte " + fields.length() + " of " + length);
        }
        double seconds = fields.number(244, 8, "duration of a data record");
        List<EdfSignalHeader> signals = signals(fields, variant, count);
        requireAnnotations(fields, variant, signals);
        return new EdfHeader(variant, length, seconds, recordBytes(variant, signals), signals);
    }

    private static void requireAnnotations(EdfFieldReader fields, EdfVariant variant, List<EdfSignalHeader> signals)
            throws MalformedRecordingFile {
        if (variant.isDiscontinuous() && signals.stream().noneMatch(EdfSignalHeader::isAnnotations)) {
            throw fields.malformed(variant.name() + " must have a signal '" + variant.annotationsName()
                    + "', which says when each data record begins, has none");
        }
    }

    private static List<EdfSignalHeader> signals(EdfFieldReader fields, EdfVariant variant, int count)
            throws MalformedRecordingFile {
        List<EdfSignalHeader> signals = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < count; i++) {
            int place = place(count, 216, 8, i);
            int perRecord = (int) fields.whole(place, 8, "samples of a record", 0, MOST_SAMPLES_OF_RECORD);
            String name = fields.label(place(count, 0, 16, i), 16);
            String unit = fields.label(place(count, 96, 8, i), 8);
            boolean isUncalibrated = variant.isPlus() && unit.isEmpty();
            EdfCalibration calibration = EdfCalibration.parse(limits(fields, count, i), isUncalibrated);
            signals.add(new EdfSignalHeader(name, unit, calibration, perRecord, before));
            before += perRecord;
        }
        return List.copyOf(signals);
    }

    private static List<String> limits(EdfFieldReader fields, int count, int signal) {
        return IntStream.range(0, 4)
                .mapToObj(k ->
                        fields.text(place(count, 104 + 8 * k, 8, signal), 8).strip())
                .toList();
    }

    /** Returns the place of a field. Each field stands for all signals together, behind {@code before} bytes of each signal. */
    private static int place(int count, int before, int length, int signal) {
        return FIXED_BYTES + before * count + length * signal;
    }

    private static long recordBytes(EdfVariant variant, List<EdfSignalHeader> signals) {
        return (long) variant.sampleBytes()
                * signals.stream().mapToInt(EdfSignalHeader::perRecord).sum();
    }

    /** Returns the signal with the annotations, which a discontinuous file has. */
    EdfSignalHeader annotations() {
        return signals.stream()
                .filter(EdfSignalHeader::isAnnotations)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the place of a sample in the file. */
    int place(EdfSignalHeader signal, int record, int sample) {
        return length + record * (int) recordBytes + variant.sampleBytes() * (signal.before() + sample);
    }
}
