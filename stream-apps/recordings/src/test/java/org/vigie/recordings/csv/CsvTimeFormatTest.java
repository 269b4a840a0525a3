package org.vigie.recordings.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.ZoneId;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;

/** Tests field case 64: times that go back, repeated hours of a clock change, ambiguous days and months. */
class CsvTimeFormatTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static StayRecording read(String unit, String table) throws MalformedRecordingFile {
        return MappedCsvReader.read(
                "a.csv", table, "column,variable,unit\nTime,time," + unit + "\nHR,hr,/min\nT,temp,Cel\n", PARIS);
    }

    private static List<Tuple> values(StayRecording recording) {
        return recording.rows().stream()
                .flatMap(row -> row.values().stream()
                        .map(value -> tuple(row.at().toSeconds(), value.value().orElseThrow())))
                .toList();
    }

    @Test
    void aClockThatGoesBackLosesWhatItGaveUntilItIsPastItsLatestTime() throws MalformedRecordingFile {
        // given: the field case, and its end
        String table = """
                Time,HR,T
                2026-01-20T22:09:43,77,
                2026-01-20T22:09:44,78,
                2026-01-20T23:21:15,58,
                2026-01-20T23:21:16,57,
                2026-01-20T22:09:44,56,
                2026-01-20T22:09:45,55,
                2026-01-20T23:21:17,54,
                """;
        // when
        StayRecording recording = read("iso", table);
        // then
        assertThat(values(recording))
                .containsExactly(
                        tuple(0L, 77.0), tuple(1L, 78.0), tuple(4292L, 58.0), tuple(4293L, 57.0), tuple(4294L, 54.0));
        assertThat(recording.leftOut())
                .containsExactly(
                        new LeftOutEntry(
                                "HR",
                                "56",
                                "the time goes back: before 2026-01-20T23:21:16 of line 5 (line 6, 2026-01-20T22:09:44)"),
                        new LeftOutEntry(
                                "HR",
                                "55",
                                "the time goes back: before 2026-01-20T23:21:16 of line 5 (line 7, 2026-01-20T22:09:45)"));
    }

    @Test
    void secondsSinceTheStartMayNotGoBackEither() throws MalformedRecordingFile {
        // when
        StayRecording recording = read("s", "Time,HR,T\n0,80,\n100,81,\n5,82,\n");

        // then
        assertThat(values(recording)).containsExactly(tuple(0L, 80.0), tuple(100L, 81.0));
        assertThat(recording.leftOut().get(0).reason())
                .isEqualTo("the time goes back: before 100.0 s of line 3 (line 4, 5.0 s)");
    }

    @Test
    void aTimeAheadOfAllLaterRowsIsLeftOutAndTheLaterRowsAreKept() throws MalformedRecordingFile {
        // given: one row with a wrong year
        String table = """
                Time,HR,T
                2026-01-20T22:09:43,77,36.6
                2062-01-20T22:09:44,78,36.7
                2026-01-20T22:09:45,79,36.8
                2026-01-20T22:09:46,80,36.9
                """;
        // when
        StayRecording recording = read("iso", table);
        // then
        assertThat(values(recording))
                .containsExactly(
                        tuple(0L, 77.0),
                        tuple(0L, 36.6),
                        tuple(2L, 79.0),
                        tuple(2L, 36.8),
                        tuple(3L, 80.0),
                        tuple(3L, 36.9));
        assertThat(recording.leftOut())
                .containsExactly(
                        new LeftOutEntry(
                                "HR", "78", "the time is ahead of all rows behind it (line 3, 2062-01-20T22:09:44)"),
                        new LeftOutEntry(
                                "T", "36.7", "the time is ahead of all rows behind it (line 3, 2062-01-20T22:09:44)"));
    }

    @Test
    void aTimeAheadInTheFirstRowIsLeftOut() throws MalformedRecordingFile {
        // given
        StayRecording recording = read("s", "Time,HR,T\n9999,80,\n1,81,\n2,82,\n3,83,\n");

        // when, then
        assertThat(values(recording)).containsExactly(tuple(1L, 81.0), tuple(2L, 82.0), tuple(3L, 83.0));
    }

    @Test
    void aTimeAheadInOneColumnDoesNotConcernTheColumnBehindIt() throws MalformedRecordingFile {
        // when
        StayRecording recording = read("s", "Time,HR,T\n50,80,\n0,,36.6\n1,,36.7\n2,,36.8\n");

        // then
        assertThat(values(recording))
                .containsExactly(tuple(0L, 36.6), tuple(1L, 36.7), tuple(2L, 36.8), tuple(50L, 80.0));
        assertThat(recording.leftOut()).isEmpty();
    }

    @Test
    void aTableOfOneColumnAfterTheOtherIsInOrder() throws MalformedRecordingFile {
        // when
        StayRecording recording = read("s", "Time,HR,T\n0,80,\n9,81,\n0,,36.6\n9,,36.7\n");

        // then
        assertThat(values(recording))
                .containsExactly(tuple(0L, 80.0), tuple(0L, 36.6), tuple(9L, 81.0), tuple(9L, 36.7));
        assertThat(recording.leftOut()).isEmpty();
    }

    @Test
    void aColumnThatBeginsBehindTheClocksStepBackIsOfThatClockToo() throws MalformedRecordingFile {
        // given: the first temperature, alone in its row, between heart rates
        StayRecording recording = read("s", "Time,HR,T\n0,80,\n100,81,\n5,,36.6\n6,82,36.7\n101,83,36.8\n");
        // then
        assertThat(values(recording))
                .containsExactly(tuple(0L, 80.0), tuple(100L, 81.0), tuple(101L, 83.0), tuple(101L, 36.8));
        assertThat(recording.leftOut()).extracting(LeftOutEntry::value).containsExactly("36.6", "82", "36.7");
    }

    @Test
    void aTableThatIsNewestFirstIsReadFromItsEndAndIsReported() throws MalformedRecordingFile {
        // when
        StayRecording recording = read("iso", """
                Time,HR,T
                2026-01-20T22:09:46,83,
                2026-01-20T22:09:45,82,
                2026-01-20T22:09:44,81,
                2026-01-20T22:09:43,80,
                """);

        // then
        assertThat(values(recording))
                .containsExactly(tuple(0L, 80.0), tuple(1L, 81.0), tuple(2L, 82.0), tuple(3L, 83.0));
        assertThat(recording.leftOut()).hasSize(1);
        assertThat(recording.leftOut().get(0).reason()).contains("newest first");
    }

    @Test
    void twoTimesThatGoBackCouldBeAClock() throws MalformedRecordingFile {
        // given
        StayRecording recording = read("iso", "Time,HR,T\n2026-01-20T22:09:46,83,\n2026-01-20T22:09:45,82,\n");

        // when, then
        assertThat(values(recording)).containsExactly(tuple(0L, 83.0));
    }

    @Test
    void theHourThatTheClockShowsTwiceIsNoTimeAndTheOneItLeavesOutNeither() throws MalformedRecordingFile {
        // given
        String table = """
                Time,HR,T
                2026-10-25T01:59:59,80,
                2026-10-25T02:30:00,81,
                2026-10-25T03:00:00,82,
                2027-03-28T02:30:00,83,
                2027-03-28T03:00:00,84,
                """;
        // when
        StayRecording recording = read("iso", table);
        // then: two hours and a second lie between 01:59:59 and 03:00:00
        assertThat(values(recording).subList(0, 2)).containsExactly(tuple(0L, 80.0), tuple(2 * 3600 + 1L, 82.0));
        assertThat(recording.leftOut())
                .containsExactly(
                        new LeftOutEntry(
                                "HR",
                                "81",
                                "ambiguous time: the clocks of Europe/Paris showed 2026-10-25T02:30 twice (line 3)"),
                        new LeftOutEntry(
                                "HR",
                                "83",
                                "no such time: the clocks of Europe/Paris went forward over 2027-03-28T02:30 (line 5)"));
        assertThat(read("iso UTC", table).leftOut()).isEmpty();
        assertThat(read("iso", table.replace(":00,", ":00+01:00,").replace("59,", "59+02:00,"))
                        .leftOut())
                .isEmpty();
    }

    @Test
    void aDayAndAMonthThatCouldBeEitherMustBeDeclared() throws MalformedRecordingFile {
        // given
        String table = "Time,HR,T\n03/04/2026 10:00,80,\n03/04/2026 10:01,81,\n";

        // when, then
        assertThatThrownBy(() -> read("iso", table))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageStartingWith("a.csv: line 2: no time: 03/04/2026 10:00 (iso is expected")
                .hasMessageContaining("dd/MM/yyyy");
        assertThat(read("dd/MM/yyyy HH:mm", table).start().orElseThrow().toString())
                .startsWith("2026-04-03T10:00+02:00");
        assertThat(read("MM/dd/yyyy HH:mm UTC", table).start().orElseThrow().toString())
                .startsWith("2026-03-04T10:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30T10:00:00",
        "2026-01-20T24:30:00",
        "2026-01-20T10:00:60",
        "2026-01-20",
        "20/01/2026 10:00",
        "noon",
        "''"
    })
    void whatIsNoTimeCostsItsLineOnly(String time) throws MalformedRecordingFile {
        // when
        StayRecording recording =
                read("iso", "Time,HR,T\n2026-01-20T09:00:00,80,\n" + time + ",81,\n2026-01-20T11:00:00,82,\n");

        // then
        assertThat(values(recording)).containsExactly(tuple(0L, 80.0), tuple(7200L, 82.0));
        assertThat(recording.leftOut()).hasSize(1);
        assertThat(recording.leftOut().get(0).reason()).startsWith("no time").endsWith("(line 3)");
    }

    @Test
    void aMappingThatCannotBeMeantIsRefusedWithItsReason() {
        assertThatThrownBy(() -> read("days", "Time,HR,T\n"))
                .hasMessageContaining("the time's unit must be s, ms, min, h, iso");
        assertThatThrownBy(() -> read("iso", "Time,HR\n1,2\n"))
                .hasMessage("a.csv: line 1: the header must have the column 'T' of mapping.csv once, has Time, HR");
        assertThatThrownBy(() -> MappedCsvReader.read("a.csv", "t\n", "col,variable,unit\n"))
                .hasMessageContaining("must begin with column,variable,unit");
    }

    /** A date such as year 26, an offset such as +18:00: neither is in use anywhere. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-20T10:00:00+14:01",
        "2026-01-20T10:00:00+18:00",
        "2026-01-20T10:00:00-12:15",
        "2026-01-20T10:00:00-1300",
        "0026-01-20T10:00:00",
        "1899-12-31T23:59:59",
        "0026-01-20T10:00:00Z",
        "+12026-01-20T10:00:00"
    })
    void aYearOrAnOffsetThatIsNotInUseIsNoTime(String time) throws MalformedRecordingFile {
        // when
        StayRecording recording =
                read("iso", "Time,HR,T\n2026-01-20T09:00:00Z,80,\n" + time + ",81,\n2026-01-20T11:00:00Z,82,\n");

        // then
        assertThat(values(recording)).containsExactly(tuple(0L, 80.0), tuple(7200L, 82.0));
        assertThat(recording.leftOut()).extracting(LeftOutEntry::value).containsExactly("81");
        assertThat(recording.leftOut().get(0).reason())
                .startsWith("no time: its ")
                .endsWith("(line 3)");
    }

    @Test
    void theOutermostOffsetsAndTheFirstYearAreTimes() throws MalformedRecordingFile {
        assertThat(
                        values(
                                read(
                                        "iso",
                                        "Time,HR,T\n1900-01-01T00:00:00+14:00,80,\n1900-01-02T00:00:00Z,81,\n1900-01-02T00:00:00-12:00,82,\n")))
                .extracting(value -> value.toList().get(1))
                .containsExactly(80.0, 81.0, 82.0);
    }

    @Test
    void aPatternsYearAndOffsetAreHeldToTheSame() throws MalformedRecordingFile {
        assertThat(read(
                                "dd/MM/yyyy HH:mm:ssXXX",
                                "Time,HR,T\n20/01/2026 10:00:00+01:00,80,\n20/01/2026 10:00:00+15:00,81,\n20/01/0026 10:00:00Z,82,\n")
                        .leftOut())
                .extracting(LeftOutEntry::value)
                .containsExactly("81", "82");
    }
}
