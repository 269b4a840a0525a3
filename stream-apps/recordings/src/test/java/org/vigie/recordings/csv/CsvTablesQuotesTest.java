package org.vigie.recordings.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.load.RecordingFileReader;

/** Tests that an unclosed quote refuses the file and names its line. */
class CsvTablesQuotesTest {
    private static final String MAPPING = "column,variable,unit\nt,time,s\nHR,hr,/min\n";

    private static StayRecording read(String table) throws MalformedRecordingFile {
        return MappedCsvReader.read("a.csv", table, MAPPING);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "3, t,HR,n/0,80,a/1,81,\"cable off/2,250,b/3,251,c",
                "2, t,HR,n/0,\"80,a/1,81,b",
                "3, t,HR,n/0,80,a/\"1,81,b/2,82,c",
                "1, t,HR,\"n/0,80,a",
                "4, t,HR,n/0,80,\"two/lines\"/1,81,\"open/2,82,c",
                "3, t,HR,n/0,80,\"a \"\"b\"\"\"/1,81,\"c \"\"/2,82,d",
                "2, t;HR;n/0;80;\"a/1;81;b",
                "3, t,HR,n/0,80,a/1,81,\""
            },
            delimiter = '^')
    void aQuoteThatIsNeverClosedRefusesTheTableWithItsLine(String line) {
        // given: a number, and a table whose lines are parted by slashes
        String openedAt = line.substring(0, line.indexOf(", "));
        String table = line.substring(line.indexOf(", ") + 2);
        // then: however its lines end
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThatThrownBy(() -> read(table.replace("/", end)))
                    .isInstanceOf(MalformedRecordingFile.class)
                    .hasMessageStartingWith("a.csv: line " + openedAt + ": a quote opens here that nothing closes");
        }
    }

    @Test
    void quotesThatCloseAndQuotesWithinAFieldAreNoFault() throws MalformedRecordingFile {
        // when
        StayRecording recording = read("t,HR,n\n0,80,\"a, \"\"b\"\"\nc\"\n1,\"81\",5\" tube\n2,82,\"\"\n3,83,\"x\"");

        // then
        assertThat(recording.rows())
                .flatExtracting(StayRecording.RecordedRow::values)
                .extracting(StayRecording.RecordedValue::value)
                .containsExactly(
                        OptionalDouble.of(80), OptionalDouble.of(81), OptionalDouble.of(82), OptionalDouble.of(83));
        assertThat(recording.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rowsBetweenTwoQuotesThatStandAloneAreReported(String end) throws MalformedRecordingFile {
        // when
        StayRecording recording = read("t,HR,n\n0,80,\" off\n1,81,x\n2,82,\"\n3,83,y\n".replace("\n", end));

        // then
        assertThat(recording.rows()).hasSize(2);
        String reason = "not read: it looks like a row, and stands between the quotes of one field of another (line 2)";
        assertThat(recording.leftOut())
                .containsExactly(new LeftOutEntry("", "1,81,x", reason), new LeftOutEntry("", "2,82,", reason));
    }

    @Test
    void aNoteOfSeveralLinesHoldsNoRows() throws MalformedRecordingFile {
        assertThat(read("t,HR,n\n0,80,\"turned, washed\nto CT, back, well\n12\"\n1,81,\n")
                        .leftOut())
                .isEmpty();
    }

    @Test
    void aMappingIsHeldToTheSame() {
        assertThatThrownBy(() -> MappedCsvReader.read(
                        "a.csv", "t,HR,n\n0,80,a\n", "column,variable,unit\nt,time,s\nn,spo2,\"%\nHR,hr,/min\n"))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageStartingWith("a.csv: mapping.csv: line 3: a quote opens here");
    }

    @Test
    void aTableOfPhysionetIsHeldToTheSame(@TempDir Path directory) throws IOException {
        // given
        Path table = Files.writeString(
                directory.resolve("p.txt"), "Time,Parameter,Value\n00:00,RecordID,1\n00:07,\"HR,73\n00:37,HR,77\n");

        // when, then
        assertThatThrownBy(() -> new RecordingFileReader(ZoneOffset.UTC).read(table))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageStartingWith("p.txt: line 3: a quote opens here");
    }

    @Test
    void theLinesOfATableBelowItsSeparatorLineAreCountedFromTheTopOfTheFile() throws MalformedRecordingFile {
        // given: Excel's own first line
        String mapping = MAPPING + "T,temp,Cel\n";
        // when
        StayRecording recording = MappedCsvReader.read("a.csv", "sep=;\nt;HR;T\n0;80;36,6\nnoon;81;\n", mapping);
        // then
        assertThat(recording.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).endsWith("(line 4)"));
        assertThatThrownBy(() -> MappedCsvReader.read("a.csv", "sep=;\nt;HR\n0;80\n", mapping))
                .hasMessageStartingWith("a.csv: line 2: the header");
        assertThatThrownBy(() -> MappedCsvReader.read("a.csv", "sep=;\nt;HR;T\n0;\"80;\n", mapping))
                .hasMessageContaining("line 3: a quote opens");
    }
}
