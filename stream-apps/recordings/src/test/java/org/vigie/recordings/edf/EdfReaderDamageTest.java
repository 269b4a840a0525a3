package org.vigie.recordings.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.edf.EdfTestWriter.EdfTestChannel;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;
import org.vigie.recordings.signal.SignalRecordingBuilder;

/** Tests field cases 40 and 41: a signal without a calibration, a constant signal, a truncated file. */
class EdfReaderDamageTest extends EdfFiles {
    @Test
    void aFileThatWasCutOffIsReadToItsLastWholeRecordAndIsReported() throws MalformedRecordingFile {
        // given
        byte[] file =
                EdfTestWriter.write("", 1, List.of(HR, HR), List.of(samples(720, 1), samples(730, 2), samples(740, 3)));

        // when
        SignalFile read = EdfReader.read("x.edf", Arrays.copyOf(file, file.length - 1));

        // then
        assertThat(read.signals().get(0).samples()).containsExactly(72, 73);
        assertThat(read.leftOut())
                .extracting(LeftOutEntry::reason)
                .containsExactly(
                        "the file ends early: 3 data records are promised, 2 whole ones are read",
                        "the file ends within data record 3: 3 bytes of 4 are not read");
    }

    @ParameterizedTest
    @CsvSource({"-1      ", "'        '", "many    "})
    void aFileThatWasNotClosedIsReadAsFarAsItGoesAndIsReported(String records) throws MalformedRecordingFile {
        // given
        byte[] file = EdfTestWriter.write("", 1, List.of(HR), List.of(samples(720), samples(730)));

        // when
        SignalFile read = EdfReader.read("x.edf", with(joined(file, new byte[1]), RECORDS_AT, records));

        // then
        assertThat(read.signals().get(0).samples()).containsExactly(72, 73);
        assertThat(read.leftOut()).hasSize(2);
        assertThat(read.leftOut().get(0).reason()).contains("it was not closed: 2 whole data records are read");
        assertThat(read.leftOut().get(1).reason()).contains("ends within data record 3: 1 bytes of 2");
    }

    @Test
    void moreBytesThanPromisedAreReportedAndNotRead() throws MalformedRecordingFile {
        // given
        byte[] file = EdfTestWriter.write("", 1, List.of(HR), List.of(samples(720), samples(730)));

        // when
        SignalFile read = EdfReader.read("x.edf", joined(file, samples(990, 991, 992)));

        // then
        assertThat(read.signals().get(0).samples()).containsExactly(72, 73);
        assertThat(read.leftOut())
                .containsExactly(new LeftOutEntry(
                        "", "", "more bytes than promised: 2 data records are read, 6 bytes behind them are not"));
    }

    @Test
    void whatIsNoEdfIsRefusedByItsName() {
        // given
        byte[] file = EdfTestWriter.write("", 1, List.of(HR), List.of(samples(720)));

        // when, then
        assertThatThrownBy(() -> EdfReader.read("x.edf", new byte[300])).hasMessage("x.edf: no EDF header");
        assertThatThrownBy(() -> EdfReader.read("x.edf", Arrays.copyOf(file, 400)))
                .hasMessage("x.edf: ends within its header, at byte 400 of 512");
        assertThatThrownBy(() -> EdfReader.read("x.edf", with(file, 256 + 216, "two     ")))
                .hasMessage("x.edf: samples of a record must be a number, was 'two'");
    }

    @Test
    void aDataRecordThatGoesBackInTimeIsLeftOut() throws MalformedRecordingFile {
        // given: the third begins before the second one ended
        List<byte[]> records = List.of(
                joined(samples(700), notes("+0\u0014\u0014\0")),
                joined(samples(710), notes("+4300\u0014\u0014\0")),
                joined(samples(720), notes("+40\u0014\u0014\0")),
                joined(samples(730), notes("no time")),
                joined(samples(740), notes("+4301\u0014\u0014\0")));
        // when
        SignalFile read = EdfReader.read("x.edf", EdfTestWriter.write("EDF+D", 1, List.of(HR, NOTES), records));
        // then
        assertThat(read.signals())
                .extracting(SampledSignal::start, signal -> signal.samples()[0])
                .containsExactly(tuple(0.0, 70.0), tuple(4300.0, 71.0), tuple(4301.0, 74.0));
        assertThat(read.leftOut())
                .extracting(LeftOutEntry::value, LeftOutEntry::reason)
                .containsExactly(
                        tuple("+40", "data record 3 begins before the last one ends, at 4301 s: not read"),
                        tuple("no time", "data record 4 does not say when it begins: not read"));
    }

    @Test
    void bdfIsEdfWithThreeBytes() throws MalformedRecordingFile {
        // given
        byte[] edf = EdfTestWriter.write(
                "24BIT", 1, List.of(new EdfTestChannel("HR", "bpm", 1, -1000000, 1000000, -100000, 100000)), List.of());
        var file = new ByteArrayOutputStream();
        file.writeBytes(with(with(edf, 0, "\u00ffBIOSEMI"), RECORDS_AT, "2       "));
        file.writeBytes(new byte[] {(byte) 0xd0, 2, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        // when
        SignalFile read = EdfReader.read("x.bdf", file.toByteArray());
        // then
        assertThat(read.signals().get(0).samples())
                .containsExactly(new double[] {72, -0.1}, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void itsStartIsALocalTime() throws MalformedRecordingFile {
        // given
        byte[] file = EdfTestWriter.write("", 1, List.of(HR), List.of(samples(720)));

        // when, then
        assertThat(EdfReader.read("x.edf", file).start()).contains(LocalDateTime.parse("2026-03-05T08:15:00"));
        assertThat(EdfReader.read("x.edf", with(file, 168, "31.02.99")).start()).isEmpty();
        assertThat(EdfReader.read("x.edf", with(file, 168, "31.12.99")).start())
                .contains(LocalDateTime.parse("1999-12-31T08:15:00"));
    }

    @ParameterizedTest
    @CsvSource({"EDF+D, EDF Annotations", "BDF+D, BDF Annotations"})
    void aDiscontinuousFileWithoutAnnotationsIsRefused(String kind, String missing) {
        // given
        byte[] file = EdfTestWriter.write(kind, 1, List.of(HR), List.of(samples(720), samples(721)));

        // when, then
        assertThatThrownBy(() -> EdfReader.read("x.edf", file))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessage("x.edf: " + kind + " must have a signal '" + missing
                        + "', which says when each data record begins, has none");
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "512"})
    void bytesBehindTheLastDataRecordAreReported(int stray) throws MalformedRecordingFile {
        EdfTestChannel spo2 = new EdfTestChannel("SpO2", "%", 300, 0, 1000, 0, 100);
        byte[] record = joined(samples(720), new byte[600]);
        byte[] file = EdfTestWriter.write("", 300, List.of(HR, spo2), List.of(record, record));
        // when
        SignalFile read = EdfReader.read("x.edf", joined(file, new byte[stray]));
        // then
        assertThat(read.signals().get(0).samples()).containsExactly(72.0, 72.0);
        assertThat(read.leftOut())
                .containsExactly(new LeftOutEntry(
                        "",
                        "",
                        "more bytes than promised: 2 data records are read, " + stray + " bytes behind them are not"));
        assertThat(EdfReader.read("x.edf", file).leftOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "25.10.2602.30.00, ambiguous time: the clocks of Europe/Paris showed 2026-10-25T02:30 twice",
        "29.03.2602.30.00, no such time: the clocks of Europe/Paris went forward over 2026-03-29T02:30"
    })
    void aStartThatIsNoInstantIsReportedAndNeverMoved(String start, String fault) throws MalformedRecordingFile {
        // given
        byte[] file = with(EdfTestWriter.write("", 1, List.of(HR), List.of(samples(720))), 168, start);
        // when
        SignalFile read = EdfReader.read("x.edf", file);
        StayRecording paris = SignalRecordingBuilder.recording("edf", "x", read, ZoneId.of("Europe/Paris"));
        StayRecording utc = SignalRecordingBuilder.recording("edf", "x", read, ZoneOffset.UTC);
        // then: its values count from 1970, as without a start
        assertThat(paris.start()).isEmpty();
        assertThat(paris.rows()).hasSize(1);
        assertThat(paris.leftOut())
                .extracting(LeftOutEntry::reason)
                .containsExactly("start: " + fault + "; times count from 1970");
        assertThat(utc.start()).isPresent();
        assertThat(utc.leftOut()).isEmpty();
    }
}
