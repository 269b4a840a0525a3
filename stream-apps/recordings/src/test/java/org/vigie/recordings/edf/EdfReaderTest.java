package org.vigie.recordings.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.edf.EdfTestWriter.EdfTestChannel;
import org.vigie.recordings.signal.SampledSignal;

class EdfReaderTest {
    private static final EdfTestChannel HR = new EdfTestChannel("HR", "bpm", 1, -2048, 2047, -204.8, 204.7);
    private static final EdfTestChannel ECG = new EdfTestChannel("ECG II", "mV", 3, -32768, 32767, -32.768, 32.767);
    private static final EdfTestChannel NOTES = new EdfTestChannel("EDF Annotations", "", 8, -32768, 32767, -1, 1);

    private static byte[] notes(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 16);
    }

    private static byte[] record(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] record = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, record, at, part.length);
            at += part.length;
        }
        return record;
    }

    private static byte[] samples(int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    @Test
    void digitalValuesBecomePhysicalOnes() throws MalformedRecordingFile {
        // given
        byte[] file = EdfTestWriter.write(
                "", 1, List.of(HR, ECG), List.of(samples(720, 1000, -1000, 0), samples(731, 1, 2, 3)));
        // when
        List<SampledSignal> signals = EdfReader.read("x.edf", file).signals();
        // then
        assertThat(signals)
                .extracting(SampledSignal::name, SampledSignal::unit, SampledSignal::hertz, SampledSignal::isWaveform)
                .containsExactly(tuple("HR", "bpm", 1.0, false), tuple("ECG II", "mV", 3.0, true));
        assertThat(signals.get(0).samples()).containsExactly(new double[] {72.0, 73.1}, within(1e-9));
        assertThat(signals.get(1).samples())
                .containsExactly(new double[] {1, -1, 0, 0.001, 0.002, 0.003}, within(1e-9));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void aDiscontinuousFileHasGaps() throws MalformedRecordingFile {
        // given: the second record begins four seconds in
        byte[] file = EdfTestWriter.write(
                "EDF+D",
                2,
                List.of(new EdfTestChannel("HR", "bpm", 2, -2048, 2047, -2048, 2047), NOTES),
                List.of(
                        record(samples(70, 71), notes("+0\u0014\u0014\0")),
                        record(samples(80, 81), notes("+4\u0014\u0014\0"))));
        // when
        List<SampledSignal> signals = EdfReader.read("x.edf", file).signals();
        // then
        assertThat(signals).extracting(SampledSignal::start).containsExactly(0.0, 4.0);
        assertThat(signals.get(0).samples()).containsExactly(70, 71);
        assertThat(signals.get(1).samples()).containsExactly(80, 81);
    }
}
