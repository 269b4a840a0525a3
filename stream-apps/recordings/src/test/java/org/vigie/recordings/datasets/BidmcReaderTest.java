package org.vigie.recordings.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.testing.recorded.RecordedDataFolder;

class BidmcReaderTest {
    @Test
    void allFortyRecordsAreReadWithTheirPersons() throws IOException {
        // when
        List<StayRecording> records = BidmcReader.read(RecordedDataFolder.find().with("bidmc"));

        // then
        assertThat(records).hasSize(40).allSatisfy(record -> {
            assertThat(record.rows()).hasSize(481);
            assertThat(record.rows()).allMatch(row -> row.values().size() == 4);
            assertThat(record.continuous()).isTrue();
        });
        assertThat(records.get(0).person())
                .isEqualTo(new RecordedPatient(88.0, AdministrativeSexRecord.MALE, null, null, UnitTypeRecord.MEDICAL));
        assertThat(records.get(0).rows().get(1).values())
                .containsExactlyInAnyOrder(
                        RecordedValue.of("hr", 94, "/min").withChannel("HR"),
                        RecordedValue.of("pulse_spo2", 93, "/min").withChannel("PULSE"),
                        RecordedValue.of("rr", 25, "/min").withChannel("RESP"),
                        RecordedValue.of("spo2", 97, "%").withChannel("SpO2"));
        assertThat(records.get(0).rows().get(480).at()).isEqualTo(Duration.ofMinutes(8));
        assertThat(records)
                .anyMatch(record -> record.person().age() == null)
                .anyMatch(record -> record.person().sex() == AdministrativeSexRecord.UNKNOWN);
    }

    @Test
    void whereTheMonitorGaveNoValueNoneIsMadeUp() throws IOException {
        // when
        long missing = BidmcReader.read(RecordedDataFolder.find().with("bidmc")).stream()
                .flatMap(record -> record.rows().stream())
                .flatMap(row -> row.values().stream())
                .map(value -> value.reading(Instant.EPOCH))
                .filter(reading -> reading.getValue() == null)
                .peek(BidmcReaderTest::assertGivesWhatWasSent)
                .count();

        // then
        assertThat(missing).isEqualTo(13 + 13 + 6 + 6 + 146 + 3 + 102 + 4 + 102 + 1 + 1 + 4);
    }

    private static void assertGivesWhatWasSent(ReadingRecord reading) {
        assertThat(reading.getText()).isEqualTo("NaN");
        assertThat(reading.getStatus()).isEqualTo(MeasurementStatusRecord.UNAVAILABLE);
    }
}
