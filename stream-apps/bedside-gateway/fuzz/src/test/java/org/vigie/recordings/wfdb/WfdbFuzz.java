package org.vigie.recordings.wfdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * Checks a WFDB record: its header up to the first NUL, its samples behind it. The same bytes are an annotation file
 * too. {@code seg} is a segment that a header may name.
 */
public final class WfdbFuzz {
    private static final byte[] SILENCE = new byte[240];
    private static final Path DIRECTORY = directory();

    private WfdbFuzz() {}

    public static void fuzzerTestOneInput(byte[] record) throws IOException {
        int nul = 0;
        while (nul < record.length && record[nul] != 0) {
            nul++;
        }
        byte[] samples = nul < record.length ? Arrays.copyOfRange(record, nul + 1, record.length) : SILENCE;
        Path header = Files.write(DIRECTORY.resolve("fuzz.hea"), Arrays.copyOf(record, nul));
        Files.write(DIRECTORY.resolve("0.dat"), samples);
        read(() -> WfdbReader.read(header));
        read(() -> WfdbAnnotationReader.read("fuzz.atr", samples));
    }

    private interface ReadAttempt {
        Object read() throws IOException;
    }

    private static void read(ReadAttempt attempt) throws IOException {
        try {
            var unused = attempt.read();
        } catch (MalformedRecordingFile e) {
            if (!e.getMessage().contains(".")) {
                throw new IllegalStateException("whose fault is it?", e);
            }
        }
    }

    private static Path directory() {
        try {
            Path directory = Path.of(System.getProperty("fuzz.files"));
            for (String name : List.of("1.dat", "2.dat")) {
                Files.write(directory.resolve(name), SILENCE);
            }
            Files.writeString(directory.resolve("seg.hea"), "seg 1 1 10\n0.dat 16 1/bpm 16 0 0 0 0 HR\n");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
