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

    private final String file;
    private final byte[] bytes;
    private final List<WfdbAnnotation> annotations = new ArrayList<>();
    private long sample;
    private int at;

    private WfdbAnnotationReader(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Holds one annotation of a record.
     *
     * @param sample from the record's start
     * @param type 1 normal beat, 5 premature ventricular, ..., as ecgcodes.h has them
     * @param text auxiliary information, {@code (AFIB}; empty when there is none
     */
    public record WfdbAnnotation(long sample, int type, String text) {}

    /** @throws MalformedRecordingFile when it ends within an annotation */
    public static List<WfdbAnnotation> read(String file, byte[] bytes) throws MalformedRecordingFile {
        return new WfdbAnnotationReader(file, bytes).read();
    }

    private List<WfdbAnnotation> read() throws MalformedRecordingFile {
        while (at + 1 < bytes.length) {
            int word = word(at);
            at += 2;
            if (word == 0) {
                return annotations;
            }
            add(word >> 10, word & 0x3ff);
        }
        return annotations;
    }

    private void add(int type, int value) throws MalformedRecordingFile {
        switch (type) {
            case SKIP -> skip();
            case AUX -> addText(value);
            case NUM, SUB, CHAN -> {
                // Attributes of the annotation before are not used.
            }
            default -> addAnnotation(type, value);
        }
    }

    private void addAnnotation(int type, int distance) {
        sample += distance;
        annotations.add(new WfdbAnnotation(sample, type, ""));
    }

    private void skip() throws MalformedRecordingFile {
        require(at + 4);
        sample += (long) word(at) << 16 | word(at + 2);
        at += 4;
    }

    private void addText(int length) throws MalformedRecordingFile {
        require(at + length);
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (!annotations.isEmpty()) {
            WfdbAnnotation last = annotations.remove(annotations.size() - 1);
            annotations.add(new WfdbAnnotation(last.sample(), last.type(), text));
        }
        at += length + length % 2;
    }

    private int word(int place) {
        return (bytes[place] & 0xff) | (bytes[place + 1] & 0xff) << 8;
    }

    private void require(int end) throws MalformedRecordingFile {
        if (end > bytes.length) {
            throw new MalformedRecordingFile(file + ": ends within an annotation at byte " + bytes.length);
        }
    }
}
