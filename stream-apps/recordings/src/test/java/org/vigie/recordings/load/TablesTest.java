package org.vigie.recordings.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.csv.MappedCsvReader;
import org.vigie.recordings.datasets.Physionet2019Reader;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;
import org.vigie.recordings.signal.SignalRecordingBuilder;

class TablesTest {
    private static final String MAPPING = "column,variable,unit\nt,time,%s\nFC,hr,/min\nT,temp,Cel\n";

    private static List<Tuple> values(StayRecording recording) {
        return recording.rows().stream()
                .flatMap(row -> row.values().stream()
                        .map(value -> tuple(row.at(), value.variable(), value.value(), value.unit())))
                .toList();
    }

    @Test
    void aMappedTableIsReadWithItsSeparatorAndItsDecimalComma() throws MalformedRecordingFile {
        // given
        String table = "t;FC;T;note\n0;80;36,6;a\n1,5;;37,1;b\n2;--;;c\n";
        // when
        StayRecording recording = MappedCsvReader.read("x.csv", table, MAPPING.formatted("min"));
        // then
        assertThat(values(recording))
                .containsExactlyInAnyOrder(
                        tuple(Duration.ZERO, "hr", OptionalDouble.of(80), "/min"),
                        tuple(Duration.ZERO, "temp", OptionalDouble.of(36.6), "Cel"),
                        tuple(Duration.ofSeconds(90), "temp", OptionalDouble.of(37.1), "Cel"),
                        tuple(Duration.ofMinutes(2), "hr", OptionalDouble.empty(), "/min"));
    }

    @Test
    void isoTimesCountFromTheFirst() throws MalformedRecordingFile {
        // given
        String table = "t,FC,T\n2026-03-05 08:00:00,80,\n2026-03-05T08:00:01.5,81,\n";

        // when, then
        assertThat(values(MappedCsvReader.read("x.csv", table, MAPPING.formatted("iso"))))
                .extracting(value -> value.toList().get(0))
                .containsExactly(Duration.ZERO, Duration.ofMillis(1500));
    }

    @Test
    void aTableUnlikeItsMappingIsRefused() {
        assertThatThrownBy(() -> MappedCsvReader.read("x.csv", "t,FC\n0,80\n", MAPPING.formatted("s")))
                .isInstanceOf(MalformedRecordingFile.class)
                .hasMessageContaining("x.csv");
        assertThatThrownBy(() -> MappedCsvReader.read("x.csv", "t,FC,T\nnow,80,\n", MAPPING.formatted("s")))
                .hasMessage("x.csv: line 2: no time: now");
        assertThatThrownBy(() -> MappedCsvReader.read("x.csv", "t\n", "column,variable,unit\nFC,hr,/min\n"))
                .hasMessageContaining("no column of the time");
    }

    @Test
    void aStayOfPhysionet2019IsARowAnHour() {
        // given
        String text = """
                HR|O2Sat|Temp|FiO2|Magnesium|Age|Gender|Unit1|Unit2|ICULOS|SepsisLabel
                NaN|97|NaN|0.4|NaN|71.5|1|0|1|1|0
                88|NaN|36.6|NaN|2.1|71.5|1|0|1|2|0
                """;
        // when
        StayRecording recording = Physionet2019Reader.read("p1", text);
        // then
        assertThat(values(recording))
                .containsExactly(
                        tuple(Duration.ZERO, "spo2", OptionalDouble.of(97), "%"),
                        tuple(Duration.ZERO, "fio2", OptionalDouble.of(0.4), "1"),
                        tuple(Duration.ofHours(1), "hr", OptionalDouble.of(88), "/min"),
                        tuple(Duration.ofHours(1), "temp", OptionalDouble.of(36.6), "Cel"),
                        tuple(Duration.ofHours(1), "magnesium", OptionalDouble.of(2.1), "mg/dL"));
        assertThat(recording.person().age()).isEqualTo(71.5);
    }

    @Test
    void numericSignalsAreRowsAndWaveformsAreNone() {
        // given
        List<SampledSignal> signals = List.of(
                new SampledSignal("HR", "bpm", 1, new double[] {80, Double.NaN}),
                new SampledSignal("II", "mV", 250, new double[500]),
                new SampledSignal("XYZ", "au", 1, new double[] {1}));
        // when
        StayRecording recording = SignalRecordingBuilder.recording(
                "wfdb", "r", new SignalFile(Optional.empty(), signals, List.of()), ZoneOffset.UTC);
        // then
        assertThat(values(recording))
                .containsExactly(
                        tuple(Duration.ZERO, "hr", OptionalDouble.of(80), "/min"),
                        tuple(Duration.ZERO, "XYZ", OptionalDouble.of(1), "au"),
                        tuple(Duration.ofSeconds(1), "hr", OptionalDouble.empty(), "/min"));
    }
}
