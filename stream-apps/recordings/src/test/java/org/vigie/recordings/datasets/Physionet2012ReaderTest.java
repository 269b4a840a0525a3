package org.vigie.recordings.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.testing.recorded.RecordedDataFolder;

class Physionet2012ReaderTest {
    private static final String TRAPS = """
            Time,Parameter,Value
            00:00,RecordID,132539
            00:00,Age,54
            00:00,Gender,0
            00:00,Height,-1
            00:00,ICUType,4
            00:00,Weight,-1
            00:07,HR,73
            00:07,HR,77
            00:07,Temp,-17.8
            00:37,FiO2,0.5
            00:37,Mg,2
            10:45,,1.9
            10:45,NewThing,2
            11:00,TroponinI,0.4
            48:00,pH,735
            """;

    @Test
    void everyKnownDefectIsReadAsItWasRecorded() {
        // when
        StayRecording recording = Physionet2012Reader.recording(TRAPS);

        // then
        assertThat(recording.id()).isEqualTo("physionet2012-132539");
        assertThat(recording.person())
                .isEqualTo(new StayRecording.RecordedPatient(
                        54.0, AdministrativeSexRecord.FEMALE, null, null, UnitTypeRecord.SURGICAL));
        assertThat(recording.rows())
                .containsExactly(
                        row(
                                7,
                                RecordedValue.of("hr", 73, "/min").withChannel("HR"),
                                RecordedValue.of("temp", -17.8, "Cel").withChannel("Temp")),
                        row(7, RecordedValue.of("hr", 77, "/min").withChannel("HR")),
                        row(
                                37,
                                RecordedValue.of("fio2", 0.5, "1").withChannel("FiO2"),
                                RecordedValue.of("magnesium", 2, "mg/dL").withChannel("Mg")),
                        row(
                                645,
                                RecordedValue.of("unnamed", 1.9, "1").withChannel(""),
                                RecordedValue.of("NewThing", 2, "1").withChannel("NewThing")),
                        row(660, RecordedValue.of("troponin_i", 0.4, "ug/L").withChannel("TroponinI")),
                        row(48 * 60, RecordedValue.of("ph", 735, "[pH]").withChannel("pH")));
    }

    @Test
    void aStayWithoutAnySeriesIsAStay() {
        // when
        StayRecording recording =
                Physionet2012Reader.recording("Time,Parameter,Value\n00:00,RecordID,7\n00:00,Age,80\n");

        // then
        assertThat(recording.rows()).isEmpty();
        assertThat(recording.person().age()).isEqualTo(80);
    }

    @Test
    void theRealStaysAreReadWhole() throws IOException {
        // when
        List<StayRecording> stays =
                Physionet2012Reader.read(RecordedDataFolder.find().with("physionet2012"), 1, 200);

        // then
        assertThat(stays).hasSize(200).extracting(StayRecording::id).doesNotHaveDuplicates();
        assertThat(stays.get(0).id()).isEqualTo("physionet2012-132540");
        assertThat(stays)
                .allSatisfy(stay -> assertThat(stay.rows())
                        .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
                        .allSatisfy(row -> assertThat(row.values())
                                .extracting(RecordedValue::variable)
                                .doesNotHaveDuplicates()
                                .allMatch(name ->
                                        VariableCatalogue.standard().find(name).isPresent())));
        assertThat(stays.stream().flatMap(stay -> stay.rows().stream()).flatMap(row -> row.values().stream()))
                .allMatch(value -> VariableCatalogue.standard()
                        .get(value.variable())
                        .conversionFrom(value.unit())
                        .isPresent());
    }

    private static RecordedRow row(long minutes, RecordedValue... values) {
        return new RecordedRow(Duration.ofMinutes(minutes), List.of(values));
    }
}
