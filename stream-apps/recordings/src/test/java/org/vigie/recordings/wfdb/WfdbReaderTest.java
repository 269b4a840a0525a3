package org.vigie.recordings.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.load.RecordingFiles;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.wfdb.WfdbAnnotationReader.WfdbAnnotation;

class WfdbReaderTest {
    @TempDir
    Path directory;

    private Path header(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private void bytes(String name, int... values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        Files.write(directory.resolve(name), bytes);
    }

    @Test
    void format16IsLittleEndianWithAGapAtItsSmallestValue() throws IOException {
        // given: two signals, interleaved: 100, -1 | 32767, gap
        bytes("r.dat", 100, 0, 0xff, 0xff, 0xff, 0x7f, 0x00, 0x80);
        Path header = header("r.hea", """
                r 2 1 2
                r.dat 16 1(0)/bpm 16 0 100 0 0 HR
                r.dat 16 10(-11)/% 16 0 -1 0 0 SpO2
                # a comment
                """);
        // when
        List<SampledSignal> signals = WfdbReader.read(header).signals();
        // then
        assertThat(signals)
                .extracting(SampledSignal::name, SampledSignal::unit, SampledSignal::hertz)
                .containsExactly(tuple("HR", "bpm", 1.0), tuple("SpO2", "%", 1.0));
        assertThat(signals.get(0).samples()).containsExactly(100, 32767);
        assertThat(signals.get(1).samples()).containsExactly(1.0, Double.NaN);
    }

    @Test
    void format212HoldsTwoValuesInThreeBytes() throws IOException {
        // given: 1, -1 | 2047, -2047 in twelve bits each
        bytes("r.dat", 0x01, 0xf0, 0xff, 0xff, 0x87, 0x01);
        Path header = header("r.hea", "r 2 360 2\nr.dat 212 200 12 0\nr.dat 212 200 12 0 0 0 0 V5\n");
        // when
        List<SampledSignal> signals = WfdbReader.read(header).signals();
        // then
        assertThat(signals.get(0).samples()).containsExactly(1 / 200.0, 2047 / 200.0);
        assertThat(signals.get(1).samples()).containsExactly(-1 / 200.0, -2047 / 200.0);
        assertThat(signals.get(0).isWaveform()).isTrue();
    }

    @Test
    void format80IsOffsetBinary() throws IOException {
        // given
        bytes("r.dat", 128, 129, 127, 0);

        // when
        List<SampledSignal> signals = WfdbReader.read(header("r.hea", "r 1 1\nr.dat 80 1/mmHg 8 0 0 0 0 ABP\n"))
                .signals();

        // then
        assertThat(signals.get(0).samples()).containsExactly(0, 1, -1, Double.NaN);
    }

    @Test
    void aSignalMayHaveSeveralSamplesInAFrameAndAnOffsetBeforeThem() throws IOException {
        // given
        bytes("r.dat", 99, 99, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0);

        // when
        List<SampledSignal> signals = WfdbReader.read(header("r.hea", "r 2 1 2\nr.dat 16x2+2 1\nr.dat 16+2 1\n"))
                .signals();

        // then
        assertThat(signals.get(0).samples()).containsExactly(1, 2, 4, 5);
        assertThat(signals.get(0).hertz()).isEqualTo(2);
        assertThat(signals.get(1).samples()).containsExactly(3, 6);
    }

    @Test
    void segmentsFollowEachOtherWithTheirGaps() throws IOException {
        // given
        bytes("a.dat", 1, 0, 2, 0);
        bytes("b.dat", 9, 0);
        header("a.hea", "a 1 1 2\na.dat 16 1/bpm 16 0 0 0 0 HR\n");
        header("b.hea", "b 1 1 1\nb.dat 16 1/bpm 16 0 0 0 0 PULSE\n");
        header("layout.hea", "layout 1 1 0\n~ 0 1/bpm 16 0 0 0 0 HR\n");
        Path master = header("m.hea", "m/4 1 1 6\nlayout 0\na 2\n~ 3\nb 1\n");
        // when
        List<SampledSignal> signals = WfdbReader.read(master).signals();
        // then
        assertThat(signals)
                .extracting(SampledSignal::name, SampledSignal::start)
                .containsExactly(tuple("HR", 0.0), tuple("PULSE", 5.0));
        assertThat(signals.get(0).samples()).containsExactly(1, 2);
        assertThat(signals.get(1).samples()).containsExactly(9);
        assertThat(RecordingFiles.load(directory)).extracting(StayRecording::id).containsExactly("m");
    }

    @Test
    void annotationsAreTypesAtSamples() throws MalformedRecordingFile {
        // given: beat at 100; skip 70000; rhythm at +5 with "(AFIB"; end
        byte[] bytes = {
            100,
            1 << 2,
            0,
            (byte) (59 << 2),
            1,
            0,
            0x70,
            0x11,
            5,
            28 << 2,
            5,
            (byte) (63 << 2),
            '(',
            'A',
            'F',
            'I',
            'B',
            0,
            0,
            0
        };
        // when, then
        assertThat(WfdbAnnotationReader.read("r.atr", bytes))
                .containsExactly(new WfdbAnnotation(100, 1, ""), new WfdbAnnotation(100 + 70000 + 5, 28, "(AFIB"));
    }

    @Test
    void aMalformedRecordIsRefusedWithItsFile() throws IOException {
        // given
        bytes("r.dat", 1, 0);

        // when, then
        assertThatThrownBy(() -> WfdbReader.read(header("b.hea", "r 1 1 1\nr.dat 61 1\n")))
                .hasMessageContaining("format must be 16, 80 or 212, was 61");
        assertThatThrownBy(() -> WfdbReader.read(header("c.hea", "r 1 1 1\n../r.dat 16 1\n")))
                .hasMessageContaining("file name");
        assertThatThrownBy(() -> WfdbReader.read(header("d.hea", "r 3 1 1\nr.dat 16 1\n")))
                .hasMessageContaining("3 lines are promised, 1 follow");
        assertThatThrownBy(() -> WfdbReader.read(header("e.hea", "")))
                .hasMessageContaining("line 1")
                .isInstanceOf(MalformedRecordingFile.class);
    }

    /** Jazzer found it when gaps were samples: a few bytes that took 400 MB. */
    @Test
    void gapsTakeNoMemory() throws IOException {
        // given
        bytes("a.dat", 1, 0, 2, 0);
        header("a.hea", "a 1 1 2\na.dat 16 1/bpm 16 0 0 0 0 HR\n");
        Path master = header("m.hea", "m/3 1 1 90000000000\na 2\n~ 90000000000\na 2\n");

        // when, then
        assertThat(WfdbReader.read(master).signals())
                .extracting(SampledSignal::start)
                .containsExactly(0.0, 90_000_000_002.0);
    }

    @Test
    void segmentsThatRepeatTheSameSamplesAreRefused() throws IOException {
        // given
        Files.write(directory.resolve("a.dat"), new byte[2_000_000]);
        header("a.hea", "a 1 1 1000000\na.dat 16 1/bpm 16 0 0 0 0 HR\n");
        Path master = header("m.hea", "m/31 1 1 31000000\n" + "a 1000000\n".repeat(31));

        // when, then
        assertThat(WfdbReader.read(master).leftOut())
                .anyMatch(left -> left.reason().contains("at most 30000000 samples"));
    }
}
