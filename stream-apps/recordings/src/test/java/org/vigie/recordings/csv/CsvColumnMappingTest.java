package org.vigie.recordings.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.recordings.MalformedRecordingFile;

class CsvColumnMappingTest {
    private static final String START = "column,variable,unit\n";

    @Test
    void aMappingNamesItsColumnsItsMarkAndItsLetters() throws MalformedRecordingFile {
        // when
        CsvColumnMapping mapping = CsvColumnMapping.parse(
                "x.csv", "\uFEFFcolumn;variable;unit\n t ;time;s\nFC;hr;/min\n;decimal;comma\n;charset;windows-1252\n");

        // then
        assertThat(mapping.time().name()).isEqualTo("t");
        assertThat(mapping.columns()).containsExactly(new CsvColumnMapping.MappedColumn("FC", "hr", "/min"));
        assertThat(mapping.decimal()).contains(',');
        assertThat(mapping.charset()).contains(Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t,time,s;t2,time,s   | x.csv: its mapping names two columns of the time: t and t2",
                "t,time,s;FC,hr,1;FC,rr,1 | x.csv: its mapping names the column FC twice",
                "t,time,s;FC,hr       | x.csv: mapping.csv line 3: must have three fields, has 2",
                "t,time,s;,decimal,dot | x.csv: mapping.csv: decimal must be point or comma, was dot",
                "t,time,s;,charset,utf | x.csv: mapping.csv: charset must be one like windows-1252, was utf",
                "FC,hr,/min           | x.csv: its mapping names no column of the time"
            })
    void aMappingThatCannotBeMeantIsRefusedWithItsReason(String rows, String message) {
        assertThatThrownBy(() -> CsvColumnMapping.parse("x.csv", START + rows.replace(';', '\n') + "\n"))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessage(message);
    }

    @Test
    void aMappingWithoutItsHeaderLineIsRefused() {
        assertThatThrownBy(() -> CsvColumnMapping.parse("x.csv", "t,time,s\n"))
                .hasMessage("x.csv: its mapping.csv must begin with column,variable,unit, begins with t,time,s");
        assertThatThrownBy(() -> CsvColumnMapping.parse("x.csv", ""))
                .hasMessage("x.csv: its mapping.csv must begin with column,variable,unit, begins with nothing");
    }

    @Test
    void aTableWhoseHeaderHasAMappedColumnTwiceIsRefused() {
        assertThatThrownBy(() -> MappedCsvReader.read("x.csv", "t,FC,FC\n0,80,81\n", START + "t,time,s\nFC,hr,/min\n"))
                .hasMessage("x.csv: line 1: the header must have the column 'FC' of mapping.csv once, has t, FC, FC");
    }
}
