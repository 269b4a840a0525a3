package org.vigie.recordings.wfdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.MalformedRecordingFile;

/** Reads WFDB annotations in MIT's format, as PhysioNet's annot(5) describes it: two bytes each, six bits type, ten bits time. */
public final class WfdbAnnotationReader {
    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHAN = 62;
    private static final int AUX = 63;

    private WfdbAnnotationReader() {}

    /**
     * @param sample from the record's start
     * @param type 1 normal beat, 5 premature ventricular, ..., as ecgcodes.h has them
     * @param text auxiliary information, {@code (AFIB}; empty when there is none
     */
    public record WfdbAnnotation(long sample, int type, String text) {}

    /** @throws MalformedRecordingFile when it ends within an annotation */
    public static List<WfdbAnnotation> read(String file, byte[] bytes) throws MalformedRecordingFile {
        List<WfdbAnnotation> all = new ArrayList<>();
        long sample = 0;
        int at = 0;
        while (at + 1 < bytes.length) {
            int word = word(bytes, at);
            int type = word >> 10;
            int value = word & 0x3ff;
            at += 2;
            if (type == 0 && value == 0) {
                return all;
            }
            switch (type) {
                case SKIP -> {
                    need(file, bytes, at + 4);
                    sample += (long) word(bytes, at) << 16 | word(bytes, at + 2);
                    at += 4;
                }
                case AUX -> {
                    need(file, bytes, at + value);
                    withText(all, new String(bytes, at, value, StandardCharsets.ISO_8859_1));
                    at += value + value % 2;
                }
                case NUM, SUB, CHAN -> {
                    // Attributes of the annotation before: read over.
                }
                default -> {
                    sample += value;
                    all.add(new WfdbAnnotation(sample, type, ""));
                }
            }
        }
        return all;
    }

    private static void withText(List<WfdbAnnotation> all, String text) {
        if (!all.isEmpty()) {
            WfdbAnnotation last = all.remove(all.size() - 1);
            all.add(new WfdbAnnotation(last.sample(), last.type(), text.replace("\0", "")));
        }
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    private static void need(String file, byte[] bytes, int end) throws MalformedRecordingFile {
        if (end > bytes.length) {
            throw new MalformedRecordingFile(file + ": ends within an annotation at byte " + bytes.length);
        }
    }
}
