package org.vigie.recordings.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.csv.MappedCsvReader;
import org.vigie.recordings.edf.EdfReader;
import org.vigie.recordings.edf.EdfTestWriter;
import org.vigie.recordings.edf.EdfTestWriter.EdfTestChannel;
import org.vigie.recordings.wfdb.WfdbAnnotationReader;
import org.vigie.recordings.wfdb.WfdbReader;
import org.vigie.testing.fuzz.InputMutator;

/**
 * Tests that every damaged file is read or refused with a {@link MalformedRecordingFile} that names it, within the time
 * limit.
 */
class FilesFuzzTest {
    private static final long SEED = 20261122;

    @TempDir
    Path directory;

    /** How many mutants were read. */
    private static int read(List<byte[]> corpus, int mutants, FileReadAttempt attempt) {
        InputMutator mutator = new InputMutator(corpus, SEED);
        return assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            int read = 0;
            for (int i = 0; i < mutants; i++) {
                try {
                    attempt.read(mutator.next());
                    read++;
                } catch (MalformedRecordingFile e) {
                    assertThat(e.getMessage()).containsAnyOf("mutant", ".dat", "seg.hea");
                }
            }
            return read;
        });
    }

    private interface FileReadAttempt {
        void read(byte[] bytes) throws IOException;
    }

    @Test
    void edf() {
        // given
        var hr = new EdfTestChannel("HR", "bpm", 2, -2048, 2047, -2048, 2047);
        var notes = new EdfTestChannel("EDF Annotations", "", 4, -32768, 32767, -1, 1);
        byte[] plain = EdfTestWriter.write("", 1, List.of(hr), List.of(new byte[4], new byte[4]));
        byte[] gaps = EdfTestWriter.write(
                "EDF+D",
                1,
                List.of(hr, notes),
                List.of("aaaa+0\u0014\u0014\0\0\0\0".getBytes(StandardCharsets.US_ASCII)));

        // when, then
        assertThat(read(List.of(plain, gaps), 20_000, bytes -> EdfReader.read("mutant", bytes)))
                .isPositive();
    }

    @Test
    void wfdbAnnotations() {
        // given
        byte[] bytes = {100, 4, 0, (byte) 236, 1, 0, 112, 17, 5, 112, 5, (byte) 252, 40, 65, 70, 73, 66, 0, 0, 0};

        // when, then
        assertThat(read(List.of(bytes), 30_000, mutant -> WfdbAnnotationReader.read("mutant", mutant)))
                .isPositive();
    }

    @Test
    void wfdbHeaders() throws IOException {
        // given
        for (int i = 0; i < 3; i++) {
            Files.write(directory.resolve(i + ".dat"), new byte[240]);
        }
        Files.writeString(directory.resolve("seg.hea"), "seg 1 1 10\n0.dat 16 1/bpm 16 0 0 0 0 HR\n");
        List<byte[]> corpus = Stream.of(
                        "r 2 1 2\n0.dat 16 1(0)/bpm 16 0 100 0 0 HR\n1.dat 80x2+4 10(-11)/% 16 0 -1 0 0 SpO2\n",
                        "r 2 360 20\n2.dat 212 200 12 0\n2.dat 212 200 12 0 0 0 0 V5\n",
                        "r/3 1 1 30\nseg 10\n~ 10\nseg 10\n")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toList();
        Path header = directory.resolve("mutant.hea");
        // when
        int read = read(corpus, 1_000, mutant -> {
            Files.write(header, mutant);
            WfdbReader.read(header);
        });
        // then
        assertThat(read).isPositive();
    }

    @Test
    void mappedTables() {
        // given
        String mapping = "column,variable,unit\nt,time,s\nFC,hr,/min\n";
        byte[] table = "t;FC\n0;80\n1,5;81\n2;\n".getBytes(StandardCharsets.UTF_8);

        // when, then
        assertThat(read(
                        List.of(table),
                        5_000,
                        mutant -> MappedCsvReader.read("mutant", new String(mutant, StandardCharsets.UTF_8), mapping)))
                .isPositive();
    }
}
