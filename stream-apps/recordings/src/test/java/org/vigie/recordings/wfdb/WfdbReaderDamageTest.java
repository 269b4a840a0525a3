package org.vigie.recordings.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;

/**
 * Tests field cases 40, 41 and 54 as WFDB: no calibration, short or missing files, segments with their own unit and
 * gain.
 */
class WfdbReaderDamageTest extends WfdbFiles {
    @ParameterizedTest
    @CsvSource({
        "0(0)/bpm, 'its ADC gain is 0, which in WFDB says uncalibrated'",
        "0, 'its ADC gain is 0, which in WFDB says uncalibrated'",
        "0.0/bpm, 'its ADC gain is 0, which in WFDB says uncalibrated'",
        "NaN(0)/bpm, ADC gain must be a number",
        "inf/bpm, ADC gain must be a number",
        "10(zero)/bpm, 'baseline must be a whole number, was ''zero'''"
    })
    void aSignalWithoutACalibrationIsLeftOutAndItsNeighbourIsRead(String gain, String reason) throws IOException {
        // given
        samples("r.dat", 720, 970, 721, 970);
        Path header = text("r.hea", "r 2 1 2\nr.dat 16 " + gain + " 16 0 0 0 0 HR\nr.dat 16 10(0)/% 16 0 0 0 0 SpO2\n");
        // when
        SignalFile read = WfdbReader.read(header);
        // then
        assertThat(read.signals()).extracting(SampledSignal::name).containsExactly("SpO2");
        assertThat(read.signals().get(0).samples()).containsExactly(97, 97);
        assertThat(read.leftOut()).hasSize(1);
        assertThat(read.leftOut().get(0).channel()).isEqualTo("HR");
        assertThat(read.leftOut().get(0).reason()).contains("no calibration: " + reason);
    }

    @Test
    void aMissingGainMeansUncalibrated() throws IOException {
        // given
        samples("r.dat", 720);

        // when
        SignalFile read = WfdbReader.read(text("r.hea", "r 1 1 1\nr.dat 16\n"));

        // then
        assertThat(read.signals()).isEmpty();
        assertThat(read.leftOut())
                .containsExactly(new LeftOutEntry("signal 0", "", "no calibration: its ADC gain is missing"));
    }

    @Test
    void aNegativeGainAndABaselineAreACalibration() throws IOException {
        // given
        samples("r.dat", -80, 20);
        Path header =
                text("r.hea", "r 2 1 1\nr.dat 16 -10(0)/mmHg 16 0 0 0 0 CVP\nr.dat 16 10(-100)/mmHg 16 0 0 0 0 ICP\n");

        // when, then
        assertThat(values(recording(header)))
                .containsExactly(tuple(0L, "CVP", 8.0, "mm[Hg]"), tuple(0L, "ICP", 12.0, "mm[Hg]"));
    }

    @Test
    void aSignalFileThatEndsEarlyIsReadAsFarAsItGoesAndIsReported() throws IOException {
        // given
        samples("r.dat", 720, 160, 721);
        Path header = text("r.hea", "r 2 1 4\nr.dat 16 10/bpm 16 0 0 0 0 HR\nr.dat 16 10/bpm 16 0 0 0 0 RESP\n");

        // when
        SignalFile read = WfdbReader.read(header);

        // then
        assertThat(read.signals().get(0).samples()).containsExactly(72);
        assertThat(read.leftOut())
                .containsExactly(
                        new LeftOutEntry("HR", "", "r.dat ends early: 4 frames are promised, it holds 1"),
                        new LeftOutEntry("RESP", "", "r.dat ends early: 4 frames are promised, it holds 1"));
    }

    @Test
    void aSignalFileThatIsLongerThanPromisedIsReadAsFarAsPromised() throws IOException {
        // given
        samples("r.dat", 720, 721, 722);

        // when
        SignalFile read = WfdbReader.read(text("r.hea", "r 1 1 2\nr.dat 16 10/bpm 16 0 0 0 0 HR\n"));

        // then
        assertThat(read.signals().get(0).samples()).containsExactly(72, 72.1);
        assertThat(read.leftOut())
                .containsExactly(new LeftOutEntry(
                        "", "", "r.dat is longer than promised: 2 frames are read, 1 behind them are not"));
    }

    @Test
    void oneMissingSignalFileOfTwoCostsItsOwnSignalsOnly() throws IOException {
        // given
        samples("a.dat", 720);
        Path header = text(
                "r.hea",
                "r 3 1 1\na.dat 16 10/bpm 16 0 0 0 0 HR\nb.dat 16 10/% 16 0 0 0 0 SpO2\nc.dat 61 10/% 16 0 0 0 0 X\n");

        // when
        SignalFile read = WfdbReader.read(header);

        // then
        assertThat(read.signals()).extracting(SampledSignal::name).containsExactly("HR");
        assertThat(read.leftOut()).hasSize(1 + 1);
        assertThat(read.leftOut().get(0).channel()).isEqualTo("SpO2");
        assertThat(read.leftOut().get(0).reason()).contains("b.dat is missing");
        assertThatThrownBy(() -> WfdbReader.read(text("all.hea", "all 1 1 1\nb.dat 16 10/% 16 0 0 0 0 SpO2\n")))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageContaining("b.dat is missing");
    }

    @Test
    void eachSegmentHasItsOwnUnitAndGain() throws IOException {
        // given: mmHg, a gap, kPa, then mmHg with another gain
        samples("s1.dat", 700, 80, 700, 80);
        samples("s2.dat", 107, 107);
        samples("s3.dat", 16, 18);
        text("s1.hea", "s1 2 1 2\ns1.dat 16 10(0)/bpm 0 0 0 0 0 HR\ns1.dat 16 10(0)/mmHg 0 0 0 0 0 CVP\n");
        text("s2.hea", "s2 1 1 2\ns2.dat 16 100(0)/kPa 0 0 0 0 0 CVP\n");
        text("s3.hea", "s3 1 1 2\ns3.dat 16 2(0)/mmHg 0 0 0 0 0 CVP\n");
        text("m_layout.hea", "m_layout 2 1 0\n~ 0 10(0)/bpm 0 0 0 0 0 HR\n~ 0 1(0)/mmHg 0 0 0 0 0 CVP\n");
        Path master = text("m.hea", "m/5 2 1 8\nm_layout 0\ns1 2\n~ 2\ns2 2\ns3 2\n");
        // when
        StayRecording recording = recording(master);
        // then
        assertThat(values(recording))
                .containsExactly(
                        tuple(0L, "HR", 70.0, "/min"),
                        tuple(0L, "CVP", 8.0, "mm[Hg]"),
                        tuple(1L, "HR", 70.0, "/min"),
                        tuple(1L, "CVP", 8.0, "mm[Hg]"),
                        tuple(4L, "CVP", 1.07, "kPa"),
                        tuple(5L, "CVP", 1.07, "kPa"),
                        tuple(6L, "CVP", 8.0, "mm[Hg]"),
                        tuple(7L, "CVP", 9.0, "mm[Hg]"));
        assertThat(recording.leftOut()).isEmpty();
    }

    @Test
    void aSegmentWithoutACalibrationOrWithoutItsFilesIsLeftOut() throws IOException {
        // given
        samples("s1.dat", 80);
        samples("s2.dat", 81);
        text("s1.hea", "s1 1 1 1\ns1.dat 16 10(0)/mmHg 0 0 0 0 0 CVP\n");
        text("s2.hea", "s2 1 1 1\ns2.dat 16 0(0)/mmHg 0 0 0 0 0 CVP\n");
        text("s4.hea", "s4 1 1 1\ns4.dat 16 10(0)/mmHg 0 0 0 0 0 CVP\n");
        Path master = text("m.hea", "m/5 1 1 5\ns1 1\ns2 1\ns3 1\ns4 1\ns1 1\n");
        // when
        StayRecording recording = recording(master);
        // then
        assertThat(values(recording)).containsExactly(tuple(0L, "CVP", 8.0, "mm[Hg]"), tuple(4L, "CVP", 8.0, "mm[Hg]"));
        assertThat(recording.leftOut()).hasSize(3);
        assertThat(recording.leftOut().get(1).reason()).contains("segment s3 is not read", "s3.hea is missing");
        assertThat(recording.leftOut().get(2).reason()).contains("s4.dat is missing");
    }

    @Test
    void aSegmentThatBeganBeforeTheLastOneEndedIsLeftOut() throws IOException {
        // given
        samples("s.dat", 700, 701);
        text("s1.hea", "s1 1 1 2 22:09:43 20/01/2026\ns.dat 16 10/bpm 0 0 0 0 0 HR\n");
        text("s2.hea", "s2 1 1 2 20:58:43 20/01/2026\ns.dat 16 10/bpm 0 0 0 0 0 HR\n");
        Path master = text("m.hea", "m/2 1 1 4 22:09:43 20/01/2026\ns1 2\ns2 2\n");
        // when
        StayRecording recording = recording(master);
        // then
        assertThat(values(recording)).hasSize(2);
        assertThat(recording.start().orElseThrow().toString()).isEqualTo("2026-01-20T22:09:43Z");
        assertThat(recording.leftOut().get(0).reason()).contains("segment s2 is not read", "the clock went back");
    }
}
