package org.vigie.recordings.edf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vigie.recordings.edf.EdfTestWriter.EdfTestChannel;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;

/** Writes small EDF files and reads them. */
abstract class EdfFiles {
    static final EdfTestChannel HR = new EdfTestChannel("HR", "bpm", 1, 0, 3000, 0, 300);

    static final EdfTestChannel NOTES = new EdfTestChannel("EDF Annotations", "", 8, -32768, 32767, -1, 1);

    static final int RECORDS_AT = 236;

    static byte[] samples(int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    static byte[] joined(byte[] before, byte[] behind) {
        byte[] all = Arrays.copyOf(before, before.length + behind.length);
        System.arraycopy(behind, 0, all, before.length, behind.length);
        return all;
    }

    static byte[] with(byte[] file, int at, String text) {
        byte[] changed = file.clone();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, changed, at, bytes.length);
        return changed;
    }

    static byte[] notes(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 16);
    }

    static List<String> names(SignalFile file) {
        return file.signals().stream().map(SampledSignal::name).toList();
    }
}
