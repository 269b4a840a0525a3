package org.vigie.recordings.wfdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.load.RecordingFileReader;
import org.vigie.recordings.signal.SignalFile;

/** Tests base times and base dates that are none, twice or missing. */
class WfdbBaseTimeTest extends WfdbFiles {
    @ParameterizedTest
    @CsvSource({
        "10:00:00 31/02/2026, 31/02/2026, base date",
        "10:00:00 01/13/2026, 01/13/2026, base date",
        "10:00:00 01/03/26, 01/03/26, base date",
        "10:00:00 01/03/1899, 01/03/1899, base date",
        "10:00:00 2026-03-01, 2026-03-01, base date",
        "25:00:00 01/03/2026, 25:00:00, base time",
        "10:60:00 01/03/2026, 10:60:00, base time",
        "10h00 01/03/2026, 10h00, base time",
        "25:00:00, 25:00:00, base time"
    })
    void aBaseTimeOrDateThatIsNoneIsReportedAndTheRecordHasNoStart(String recordLine, String wrong, String field)
            throws IOException {
        // given
        Files.write(directory.resolve("a.dat"), new byte[] {80, 0, 81, 0});
        Path header = text("a.hea", "a 1 1 2 " + recordLine + "\na.dat 16 1/bpm 16 0 0 0 0 HR\n");
        // when
        SignalFile read = WfdbReader.read(header);
        // then
        assertThat(read.start()).isEmpty();
        assertThat(read.signals().get(0).samples()).containsExactly(80, 81);
        assertThat(read.leftOut()).extracting(LeftOutEntry::value).containsExactly(wrong);
        assertThat(read.leftOut().get(0).reason()).startsWith(field).endsWith("times count from 1970");
    }

    @Test
    void aBaseTimeThatTheClockShowsTwiceIsReported() throws IOException {
        // given
        Files.write(directory.resolve("a.dat"), new byte[] {80, 0, 81, 0});
        Path header = text("a.hea", "a 1 1 2 02:30:00 25/10/2026\na.dat 16 1/bpm 16 0 0 0 0 HR\n");

        // when
        StayRecording read = new RecordingFileReader(ZoneId.of("Europe/Paris")).read(header);

        // then
        assertThat(read.start()).isEmpty();
        assertThat(read.leftOut()).anyMatch(left -> left.reason().startsWith("start: ambiguous time"));
        assertThat(new RecordingFileReader(ZoneOffset.UTC).read(header).start()).isPresent();
    }

    @Test
    void aBaseTimeWithoutABaseDateIsReportedAndIsNoStart() throws IOException {
        // given
        Files.write(directory.resolve("a.dat"), new byte[] {80, 0, 81, 0});
        Path header = text("a.hea", "a 1 1 2 08:23:00\na.dat 16 1/bpm 16 0 0 0 0 HR\n");
        // when
        SignalFile read = WfdbReader.read(header);
        // then
        assertThat(read.start()).isEmpty();
        assertThat(read.signals().get(0).samples()).containsExactly(80, 81);
        assertThat(read.leftOut())
                .containsExactly(new LeftOutEntry(
                        "", "08:23", "base date: is missing beside the base time; times count from 1970"));
    }

    @Test
    void aSegmentWithoutABaseDateIsNotReported() throws IOException {
        // given
        Files.write(directory.resolve("a.dat"), new byte[] {80, 0, 81, 0});
        text("a.hea", "a 1 1 2 10:00:00\na.dat 16 1/bpm 16 0 0 0 0 HR\n");
        // when
        SignalFile read = WfdbReader.read(text("m.hea", "m/1 1 1 2 10:00:00 01/03/2026\na 2\n"));
        // then
        assertThat(read.start()).isPresent();
        assertThat(read.leftOut()).isEmpty();
    }

    @Test
    void aSegmentsBaseDateThatIsNoneIsReported() throws IOException {
        // given
        Files.write(directory.resolve("a.dat"), new byte[] {80, 0, 81, 0});
        text("a.hea", "a 1 1 2 10:00:00 30/02/2026\na.dat 16 1/bpm 16 0 0 0 0 HR\n");

        // when
        SignalFile read = WfdbReader.read(text("m.hea", "m/1 1 1 2 10:00:00 01/03/2026\na 2\n"));

        // then
        assertThat(read.start()).isPresent();
        assertThat(read.signals()).hasSize(1);
        assertThat(read.leftOut()).extracting(LeftOutEntry::value).containsExactly("30/02/2026");
        assertThat(read.leftOut().get(0).reason()).startsWith("segment a: base date");
    }
}
