package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

class Physionet2019CohortReaderTest {
    private static final String HEAD = "HR|O2Sat|SBP|FiO2|Magnesium|Age|Gender|Unit1|Unit2|ICULOS|SepsisLabel\n";
    private static final String STAY = HEAD
            + "80|97|NaN|NaN|NaN|61.5|0|0|1|1|0\n"
            + "NaN|NaN|110|0.5|2|61.5|0|0|1|2|0\n"
            + "NaN|NaN|-5|NaN|NaN|61.5|0|0|1|5|1\n"
            + "90|NaN|NaN|NaN|NaN|61.5|0|0|1|6|1\n";

    @TempDir
    Path folder;

    @Test
    void aStayIsReadInTheCataloguesUnitsWithItsSepsis() throws IOException {
        // given
        SepsisCohort cohort = read(STAY);

        // when
        SepsisStay stay = cohort.stays().get(0);

        // then
        assertThat(stay.recording().id()).isEqualTo(7);
        assertThat(stay.recording().statics())
                .isEqualTo(
                        new StaticFeatures(61.5, AdministrativeSex.FEMALE, Double.NaN, Double.NaN, UnitType.SURGICAL));
        assertThat(stay.hours()).isEqualTo(6);
        assertThat(stay.labelledFrom()).isEqualTo(OptionalInt.of(4));
        assertThat(stay.recording().measurements())
                .extracting(
                        RecordedMeasurement::since,
                        measurement -> measurement.variable().name(),
                        RecordedMeasurement::value)
                .containsExactlyInAnyOrder(
                        tuple(Duration.ZERO, "hr", 80.0),
                        tuple(Duration.ofHours(1), "nibp_sys", 110.0),
                        tuple(Duration.ofHours(1), "fio2", 50.0),
                        tuple(Duration.ofHours(1), "magnesium", 2 * 0.4115226),
                        tuple(Duration.ofHours(5), "hr", 90.0));
        assertThat(cohort.faults()).isEqualTo(Map.of(UnusedRowReason.OUT_OF_RANGE, 1));
    }

    @Test
    void aRowThatCannotBeReadIsCountedAndTheStayGoesOn() throws IOException {
        // when
        SepsisCohort cohort = read(HEAD + "80|97\n" + "many|97|NaN|NaN|NaN|61|1|NaN|NaN|1|0\r\n\n");

        // then
        assertThat(cohort.faults()).isEqualTo(Map.of(UnusedRowReason.MALFORMED, 1, UnusedRowReason.NOT_A_NUMBER, 1));
        assertThat(cohort.stays().get(0).labelledFrom()).isEmpty();
        assertThat(cohort.cohort().recordings().get(0).statics().unit()).isEqualTo(UnitType.UNKNOWN);
    }

    @Test
    void anArchiveHoldsTheSameStaysAsItsFolderAndAnEmptyOneIsRefused() throws IOException {
        // given
        SepsisCohort unpacked = read(STAY);
        Path archive = TarGzWriter.of(folder.resolve("set.tar.gz"), List.of("./set/p000007.psv"), List.of(STAY));

        // when, then
        assertThat(Physionet2019CohortReader.read("s", archive)).isEqualTo(unpacked);
        assertThatThrownBy(() -> Physionet2019CohortReader.read("s", Files.createDirectory(folder.resolve("none"))))
                .hasMessageContaining("holds no stay");
    }

    private SepsisCohort read(String text) throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        Files.writeString(set.resolve("p000007.psv"), text);
        return Physionet2019CohortReader.read("s", set);
    }
}
