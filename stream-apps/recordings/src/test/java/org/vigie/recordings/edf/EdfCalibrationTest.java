package org.vigie.recordings.edf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.edf.EdfTestWriter.EdfTestChannel;
import org.vigie.recordings.signal.SignalFile;

/** Tests which calibrations and names of signals can be used. */
class EdfCalibrationTest extends EdfFiles {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1000, physical minimum and maximum are both 0",
        "70, 70, 0, 1000, physical minimum and maximum are both 70",
        "-1, -1, -32768, 32767, physical minimum and maximum are both -1",
        "0, 300, 0, 0, 'digital maximum must be above the minimum, was 0 and 0'",
        "0, 300, 2047, -2048, 'digital maximum must be above the minimum, was -2048 and 2047'"
    })
    void aSignalWithoutACalibrationIsLeftOutAndItsNeighbourIsRead(
            double low, double high, double digitalLow, double digitalHigh, String reason)
            throws MalformedRecordingFile {
        // given
        EdfTestChannel dead = new EdfTestChannel("SpO2", "%", 1, digitalLow, digitalHigh, low, high);
        byte[] file = EdfTestWriter.write("", 1, List.of(dead, HR), List.of(samples(0, 720), samples(0, 721)));
        // when
        SignalFile read = EdfReader.read("x.edf", file);
        // then
        assertThat(names(read)).containsExactly("HR");
        assertThat(read.signals().get(0).samples()).containsExactly(72.0, 72.1);
        assertThat(read.leftOut()).containsExactly(new LeftOutEntry("SpO2", "", "no calibration: " + reason));
    }

    /** EDF+, 2.1.3, item 5: it is a negative amplifier gain. */
    @Test
    void aPhysicalMaximumBelowTheMinimumIsACalibration() throws MalformedRecordingFile {
        // given
        EdfTestChannel inverted = new EdfTestChannel("CVP", "mmHg", 1, -1000, 1000, 100, -100);

        // when
        SignalFile read =
                EdfReader.read("x.edf", EdfTestWriter.write("EDF+C", 1, List.of(inverted), List.of(samples(-80))));

        // then
        assertThat(read.signals().get(0).samples()).containsExactly(8.0);
        assertThat(read.leftOut()).isEmpty();
    }

    /** EDF+, 2.1.3, item 5: an uncalibrated signal has an empty physical dimension. EDF does not define this. */
    @Test
    void inEdfPlusAnEmptyPhysicalDimensionMeansUncalibrated() throws MalformedRecordingFile {
        // given
        EdfTestChannel plain = new EdfTestChannel("HR", "", 1, 0, 3000, 0, 300);
        byte[] plus = EdfTestWriter.write("EDF+C", 1, List.of(plain), List.of(samples(720)));

        // when, then
        assertThat(EdfReader.read("x.edf", plus).leftOut())
                .extracting(LeftOutEntry::channel)
                .containsExactly("HR");
        assertThat(names(EdfReader.read("x.edf", EdfTestWriter.write("", 1, List.of(plain), List.of(samples(720))))))
                .containsExactly("HR");
    }

    @ParameterizedTest
    @CsvSource({"NaN     ", "Infinity", "'        '", "'1,5     '", "********"})
    void aCalibrationThatIsNoNumberIsNone(String field) throws MalformedRecordingFile {
        // given
        byte[] file = EdfTestWriter.write(
                "", 1, List.of(HR, new EdfTestChannel("RR", "/min", 1, 0, 100, 0, 100)), List.of(samples(720, 16)));

        // when
        // the physical maximum of the first of two signals
        SignalFile read = EdfReader.read("x.edf", with(file, 256 + 2 * 112, field));

        // then
        assertThat(names(read)).containsExactly("RR");
        assertThat(read.leftOut().get(0).reason()).startsWith("physical maximum must be a number, was '");
    }

    @Test
    void controlCharactersOfANameAndAUnitBecomeBlanks() throws MalformedRecordingFile {
        // given
        EdfTestChannel odd = new EdfTestChannel("\u00ff\u0001", "\u00b0C", 1, 0, 1000, 0, 100);
        SignalFile read =
                EdfReader.read("x.edf", EdfTestWriter.write("", 1, List.of(odd, HR), List.of(samples(370, 720))));

        // when, then
        assertThat(names(read)).hasSize(2).contains("HR");
    }
}
