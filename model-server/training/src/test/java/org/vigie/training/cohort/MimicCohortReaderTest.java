package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.label.MimicOutcomes;
import org.vigie.training.label.StayOutcome;

class MimicCohortReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        table("hosp/patients.csv.gz", """
                subject_id,gender,anchor_age,anchor_year
                1,F,60,2150
                2,M,70,2150
                """);
        table("hosp/admissions.csv.gz", """
                hadm_id,dischtime,deathtime,hospital_expire_flag
                11,2152-01-09 00:00:00,2152-01-06 06:00:00,1
                22,2150-03-04 12:00:00,,0
                """);
        table("icu/icustays.csv.gz", """
                subject_id,hadm_id,stay_id,first_careunit,intime,outtime
                1,11,102,Medical Intensive Care Unit (MICU),2152-01-05 00:00:00,2152-01-09 00:00:00
                1,11,101,Trauma SICU (TSICU),2152-01-01 00:00:00,2152-01-03 00:00:00
                2,22,201,Neuro Stepdown,2150-03-01 00:00:00,2150-03-01 20:00:00
                """);
        table("meds_events-dev.csv.gz", """
                subject_id,time,code,value
                1,2151-12-31 23:59:00,LAB//220045//bpm,70
                1,2152-01-01 01:00:00,LAB//220045//bpm,81
                1,2152-01-01 01:00:00,LAB//223761//°F,98.6
                1,2152-01-01 02:00:00,LAB//220739//UNK,4
                1,2152-01-01 02:00:00,LAB//223900//UNK,5
                1,2152-01-01 02:00:00,LAB//223901//UNK,6
                1,2152-01-01 03:00:00,LAB//220739//UNK,4
                1,2152-01-01 03:00:00,LAB//220277//%,97
                1,2152-01-01 03:00:00,LAB//226512//kg,80.5
                1,2152-01-01 03:00:00,LAB//226707//Inch,70
                1,2152-01-01 04:00:00,LAB//50813//mmol/L,1.7999999523162842
                1,2152-01-01 04:00:00,"MEDICATION//A, B//C",
                1,2152-01-01 04:00:00,LAB//220045//bpm,
                1,2152-01-02 04:00:00,SUBJECT_FLUID_OUTPUT//226559//ml,120
                1,2152-01-02 04:00:00,SUBJECT_FLUID_OUTPUT//227510//ml,80
                1,2152-01-05 01:00:00,LAB//220045//bpm,99
                """);
    }

    @Test
    void theFirstUnitStayOfAnAdmissionIsReadInTheCataloguesUnits() throws IOException {
        // given
        Cohort cohort = MimicCohortReader.read("demo", folder, Duration.ofDays(2));

        // when
        RecordedStay stay = cohort.recordings().get(0);

        // then
        assertThat(cohort.recordings()).extracting(RecordedStay::id).containsExactly(101);
        assertThat(stay.statics())
                .isEqualTo(new StaticFeatures(62, AdministrativeSex.FEMALE, 177.8, 80.5, UnitType.SURGICAL));
        assertThat(stay.measurements())
                .extracting(
                        RecordedMeasurement::since,
                        measurement -> measurement.variable().name(),
                        measurement -> Math.round(measurement.value() * 100) / 100.0)
                .containsExactly(
                        tuple(Duration.ofHours(1), "hr", 81.0),
                        tuple(Duration.ofHours(1), "temp", 37.0),
                        tuple(Duration.ofHours(2), "gcs_total", 15.0),
                        tuple(Duration.ofHours(3), "weight", 80.5),
                        tuple(Duration.ofHours(4), "lactate", 1.8),
                        tuple(Duration.ofHours(28), "urine", 120.0));
    }

    /** Item 227510 is what is left of tube feeding in the stomach. In the demo all 14 patients who have it have a urinary catheter, too. */
    @Test
    void theResidualOfTubeFeedingIsNoUrine() throws IOException {
        // when
        RecordedStay stay = MimicCohortReader.read("demo", folder, Duration.ofDays(2))
                .recordings()
                .get(0);

        // then
        assertThat(stay.measurements())
                .filteredOn(measurement -> measurement.variable().name().equals("urine"))
                .extracting(RecordedMeasurement::value)
                .containsExactly(120.0);
    }

    @Test
    void aShorterStayIsReadOnRequest() throws IOException {
        assertThat(MimicCohortReader.read("demo", folder, Duration.ofHours(12)).recordings())
                .extracting(RecordedStay::id)
                .containsExactly(101, 201);
        assertThatThrownBy(() -> MimicCohortReader.read("demo", folder, Duration.ofHours(99)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no stay of 99 hours");
    }

    @Test
    void theOutcomeIsReadFromTheAdmission() throws IOException {
        // when
        CohortOutcomes outcomes = new MimicOutcomes(folder).read();

        // then
        assertThat(outcomes.of(101)).isEqualTo(new StayOutcome(true, 8, 5));
        assertThat(outcomes.of(201)).isEqualTo(new StayOutcome(false, 3, Double.NaN));
    }

    @Test
    void aTableThatIsMissingIsNamed() throws IOException {
        // given
        Files.delete(folder.resolve("icu/icustays.csv.gz"));

        // when, then
        assertThatThrownBy(() -> MimicCohortReader.read("demo", folder, Duration.ofHours(12)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("icustays.csv.gz: cannot be read");
    }

    private void table(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
