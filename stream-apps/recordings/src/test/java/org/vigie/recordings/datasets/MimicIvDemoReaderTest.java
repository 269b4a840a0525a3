package org.vigie.recordings.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.testing.recorded.RecordedDataFolder;

class MimicIvDemoReaderTest {
    @Test
    void everyItemIsOfTheCatalogueInAUnitThatItConverts() {
        assertThat(CsvTables.rows(VariableCatalogue.class, "mimic-iv-items.csv"))
                .hasSizeGreaterThan(70)
                .allMatch(row -> VariableCatalogue.standard()
                        .get(row.getField("variable"))
                        .conversionFrom(row.getField("unit"))
                        .isPresent());
    }

    @Test
    void theRealStaysHoldOnlyWhatLiesWithinThem() throws IOException {
        // when
        List<StayRecording> stays =
                MimicIvDemoReader.read(RecordedDataFolder.find().with("mimic-iv-demo"), 0, 1_000);

        // then
        assertThat(stays).hasSizeGreaterThan(70).extracting(StayRecording::id).doesNotHaveDuplicates();
        assertThat(stays).allSatisfy(stay -> {
            assertThat(stay.rows())
                    .allMatch(row -> !row.at().isNegative() && row.at().compareTo(stay.length()) <= 0);
            assertThat(stay.person().age()).isBetween(18.0, 110.0);
            assertThat(stay.person().sex()).isNotEqualTo(AdministrativeSexRecord.UNKNOWN);
        });
        assertThat(stays.stream().filter(stay -> stay.rows().size() > 20).count())
                .isGreaterThan(70);
    }

    @Test
    void fahrenheitStaysFahrenheitAndTheGlasgowSumIsSent() throws IOException {
        // given
        List<RecordedValue> values =
                MimicIvDemoReader.read(RecordedDataFolder.find().with("mimic-iv-demo"), 0, 20).stream()
                        .flatMap(stay -> stay.rows().stream())
                        .flatMap(row -> row.values().stream())
                        .toList();

        // when
        Set<String> units = values.stream()
                .filter(value -> value.variable().equals("temp"))
                .map(RecordedValue::unit)
                .collect(Collectors.toSet());

        // then
        assertThat(units).contains("[degF]");
        assertThat(values)
                .filteredOn(value -> value.unit().equals("[degF]"))
                .allMatch(value -> value.value().orElseThrow() > 85);
        assertThat(values)
                .filteredOn(value -> value.variable().equals("gcs_total"))
                .hasSizeGreaterThan(100)
                .allMatch(value ->
                        value.value().orElseThrow() >= 3 && value.value().orElseThrow() <= 15);
        assertThat(values)
                .filteredOn(value -> value.variable().equals("potassium"))
                .allMatch(value -> Double.toString(value.value().orElseThrow()).length() <= 4);
    }
}
