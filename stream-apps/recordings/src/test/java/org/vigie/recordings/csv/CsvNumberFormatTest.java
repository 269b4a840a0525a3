package org.vigie.recordings.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;

/** Tests field case 62: one number format for a table, declared or derived from its numbers. */
class CsvNumberFormatTest {
    private static final String MAPPING =
            "column,variable,unit\nt,time,s\nFC,hr,/min\nT,temp,Cel\nPLQ,platelets,10*3/uL\n";

    private static List<Double> values(StayRecording recording, String channel) {
        return recording.rows().stream()
                .flatMap(row -> row.values().stream())
                .filter(value -> value.channel().equals(channel))
                .map(value -> value.value().orElse(Double.NaN))
                .toList();
    }

    private static List<String> leftOut(StayRecording recording) {
        return recording.leftOut().stream().map(LeftOutEntry::value).toList();
    }

    private static String field(CsvNumberFormat numbers, String field) {
        CsvNumberField read = numbers.read(field);
        return read.kind() == CsvNumberField.CsvFieldKind.NUMBER
                ? Double.toString(read.value())
                : read.kind().name();
    }

    @Test
    void inATableOfBothKindsTheCommaIsNoDecimalMarkAndWhatIsAmbiguousIsNoValue() throws MalformedRecordingFile {
        // given: the field case
        String table = """
                t,FC,T,PLQ
                0,80,36.6,"250,000"
                1,81,36.7,"1,250.5"
                2,82,"36,8","95,5"
                3,83,36.9,"173,900"
                """;
        // when
        StayRecording recording = MappedCsvReader.read("a.csv", table, MAPPING);
        // then
        assertThat(values(recording, "FC")).containsExactly(80.0, 81.0, 82.0, 83.0);
        assertThat(values(recording, "T")).containsExactly(36.6, 36.7, 36.9);
        assertThat(values(recording, "PLQ")).containsExactly(1250.5);
        assertThat(leftOut(recording)).containsExactlyInAnyOrder("250,000", "36,8", "95,5", "173,900");
        assertThat(recording.leftOut()).allMatch(left -> left.reason().contains("(line "));
    }

    @Test
    void aNumberThatIsAmbiguousAloneIsNoValue() throws MalformedRecordingFile {
        // when
        StayRecording recording =
                MappedCsvReader.read("a.csv", "t;FC;T;PLQ\n0;80;37;250,000\n1;81;37;1.250\n", MAPPING);

        // then
        assertThat(values(recording, "PLQ")).isEmpty();
        assertThat(recording.leftOut())
                .extracting(LeftOutEntry::reason)
                .allMatch(reason -> reason.startsWith("ambiguous number") && reason.contains("*,decimal,point"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "36,6|250,000|250.0",
                "36,6|1.250,5|1250.5",
                "36,6|1.250|1250.0",
                "36,6|36.6|NO_VALUE",
                "36.6|250,000|250000.0",
                "36.6|1,250.5|1250.5",
                "36.6|1.250|1.25",
                "36.6|36,6|NO_VALUE",
                "0,250|1.250|1250.0",
                "0.250|1.250|1.25",
                "1,250,000|1.250|1.25",
                "1.250.000|1.250|1250.0",
                "1234.567|12.345|12.345",
                "36,6|1\u00a0250,5|1250.5",
                "36,6|1\u202f250|1250.0",
                "36,6|1 250,5|1250.5",
                "36.6|1 250|NO_VALUE",
                "36.6|1'250.5|1250.5",
                "1\u202f250,5|36,6|36.6",
                "1\u202f250,5|4,125|4.125"
            })
    void anotherNumberOfTheTableDecidesTheDecimalMark(String other, String field, String expected) {
        // given
        CsvNumberFormat numbers = new CsvNumberFormat(';');
        numbers.learn(other);
        numbers.learn(field.contains("NO") ? "" : field);
        if (expected.equals("NO_VALUE")) {
            numbers = new CsvNumberFormat(';');
            numbers.learn(other);
        }

        // when, then
        assertThat(field(numbers, field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "98.6F",
                "1e3",
                "72-",
                "١٢",
                "0x10",
                "1,2,3",
                "12.",
                "120/80",
                "7 2",
                "--72",
                "1.2.3",
                "12,34,567",
                "97%",
                "<5",
                "0,000,1",
                "1,25.5",
                "\uff17\uff12"
            })
    void digitsThatAreNoNumberAreNoValue(String field) {
        // given
        CsvNumberFormat numbers = new CsvNumberFormat(',');

        // when
        numbers.learn("36.6");

        // then
        assertThat(field(numbers, field)).isEqualTo("NO_VALUE");
    }

    @ParameterizedTest
    @CsvSource({
        "+72, 72.0",
        "-1, -1.0",
        "072, 72.0",
        ".5, 0.5",
        "NaN, WORDS",
        "Infinity, WORDS",
        "--, WORDS",
        "n/a, WORDS"
    })
    void aSignIsPartOfANumberAndWordsAreNoNumber(String field, String expected) {
        assertThat(field(new CsvNumberFormat(','), field)).isEqualTo(expected);
    }

    @Test
    void aDeclaredMarkDecides() throws MalformedRecordingFile {
        // given
        String table = "t;FC;T;PLQ\n0;80;37;250,000\n1;81;36.6;1.250\n";
        StayRecording comma = MappedCsvReader.read("a.csv", table, MAPPING + "*,decimal,comma\n");

        // when, then
        assertThat(values(comma, "PLQ")).containsExactly(250.0, 1250.0);
        assertThat(leftOut(comma)).containsExactly("36.6");
        StayRecording point = MappedCsvReader.read("a.csv", table, MAPPING + "*,decimal,point\n");
        assertThat(values(point, "PLQ")).containsExactly(250_000.0, 1.25);
    }

    @Test
    void aTableWithTabsAndBothDecimalMarksLeavesTheFormatUndecided() {
        // given
        CsvNumberFormat numbers = new CsvNumberFormat('\t');

        // when
        numbers.learn("36.6");
        numbers.learn("36,7");

        // then
        assertThat(List.of(field(numbers, "36.6"), field(numbers, "36,7"), field(numbers, "80")))
                .containsExactly("NO_VALUE", "NO_VALUE", "80.0");
    }

    @Test
    void aLineWithMoreOrFewerFieldsIsLeftOutWhole() throws MalformedRecordingFile {
        // when
        StayRecording recording =
                MappedCsvReader.read("a.csv", "t,FC,T,PLQ\n0,80,36.6,250,000\n1,81,36.7,173\n2,82,3", MAPPING);

        // then
        assertThat(values(recording, "FC")).containsExactly(81.0);
        assertThat(recording.leftOut())
                .extracting(LeftOutEntry::reason)
                .containsExactly(
                        "the line has 5 fields, the header 4 (line 2)", "the line has 3 fields, the header 4 (line 4)");
    }

    @Test
    void aTextWithoutANumberBecomesAMissingValue() throws MalformedRecordingFile {
        // when
        StayRecording recording = MappedCsvReader.read("a.csv", "t,FC,T,PLQ\n0,--,,\n", MAPPING);

        // then
        assertThat(recording.rows().get(0).values().get(0).value()).isEqualTo(OptionalDouble.empty());
        assertThat(recording.leftOut()).containsExactly(new LeftOutEntry("FC", "--", "no number (line 2)"));
    }
}
