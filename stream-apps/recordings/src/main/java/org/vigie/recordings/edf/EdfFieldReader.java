package org.vigie.recordings.edf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.vigie.recordings.MalformedRecordingFile;

/** Reads fields of an EDF file: texts of a fixed length at a fixed place, in ISO 8859-1. */
final class EdfFieldReader {
    private final String file;
    private final ByteBuffer bytes;

    EdfFieldReader(String file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Returns the number of bytes of the file. */
    int length() {
        return bytes.limit();
    }

    /** Returns the text of a field. It is shorter where the file ends within the field. */
    String text(int from, int length) {
        byte[] text = new byte[Math.max(0, Math.min(length, bytes.limit() - from))];
        bytes.get(from, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Returns a field as a name that may be shown on a page: control characters become blanks. */
    String label(int from, int length) {
        return label(text(from, length));
    }

    static String label(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** @throws MalformedRecordingFile when the field holds no whole number between the limits */
    long whole(int from, int length, String what, long least, long most) throws MalformedRecordingFile {
        double number = number(from, length, what);
        if (number != Math.rint(number) || number < least || number > most) {
            throw malformed(what + " must be " + least + " to " + most + ", was " + plain(number));
        }
        return (long) number;
    }

    /** @throws MalformedRecordingFile when the field holds no number */
    double number(int from, int length, String what) throws MalformedRecordingFile {
        String text = text(from, length).strip();
        double number = parsed(text);
        if (Double.isNaN(number)) {
            throw malformed(what + " must be a number, was '" + text + "'");
        }
        return number;
    }

    /** Returns the number of a text, NaN when it is no finite number. */
    static double parsed(String text) {
        try {
            double number = text.matches("[+-]?[0-9.eE+-]+") ? Double.parseDouble(text) : Double.NaN;
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Returns a number as a text, without a fraction when it is whole. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    MalformedRecordingFile malformed(String what) {
        return new MalformedRecordingFile(file + ": " + what);
    }
}
