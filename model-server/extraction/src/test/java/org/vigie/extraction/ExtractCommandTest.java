package org.vigie.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.cohort.Physionet2012CohortReader;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.command.train.TrainingCohorts;
import org.vigie.training.label.CohortOutcomes;

/** Tests the extraction of made-up patients from DuckDB. */
class ExtractCommandTest {
    private static final String WITHOUT_LACTATE_AND_URINE = "(?m)^.*,(Lactate|Urine),.*\\R";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    static Path warehouses;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() throws SQLException {
        for (WarehouseLayout layout : WarehouseLayout.values()) {
            try (Connection connection = DriverManager.getConnection(url(layout))) {
                SampleWarehouse.fill(connection, layout);
            }
        }
    }

    @Test
    void theFirstStayOfEachAdmissionIsExtractedInTheUnitsOfTheForm() throws IOException {
        // when
        int code = extract(WarehouseLayout.MIMIC_IV, "cohort", "--json");

        // then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"stays\" : 20", "\"deaths\" : 5", "\"LATER\" : ");
        assertThat(folder.resolve("cohort/set-a/3000.txt"))
                .content()
                .contains("00:00,Age,50", "00:00,Gender,0", "00:00,ICUType,3", "00:00,Weight,81.0")
                .contains("01:01,GCS,15.0", "01:02,FiO2,0.4", "01:30,Lactate,2.5", "01:35,Urine,120.0")
                .contains(
                        "01:40,Creatinine,1.13122", "01:41,Glucose,72.064", "01:42,BUN,14.0", "01:43,Bilirubin,1.16959")
                .doesNotContain("49:05");
        assertThat(folder.resolve("cohort/set-a/3500.txt")).doesNotExist();
        assertThat(folder.resolve("cohort/stays.csv"))
                .content()
                .startsWith("RecordID,stay_id,person_id,admitted,care_unit,hours")
                .contains("3000,3000,10,2150-01-01T08:00,\"Medical Intensive Care Unit (MICU)\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = WarehouseLayout.class,
            names = {"OMOP", "EDS"})
    void anotherLayoutOfTheSamePatientsGivesTheSameCohort(WarehouseLayout layout) throws IOException {
        // given
        extract(WarehouseLayout.MIMIC_IV, "mimic");

        // when
        extract(layout, "other");

        // then
        for (int number = 0; number < SampleWarehouse.STAYS; number++) {
            String file = "set-a/" + SampleWarehouse.stay(number) + ".txt";
            String mimic = Files.readString(folder.resolve("mimic").resolve(file));
            assertThat(folder.resolve("other").resolve(file))
                    .hasContent(mimic.replaceAll(WITHOUT_LACTATE_AND_URINE, ""));
        }
        assertThat(folder.resolve("other/Outcomes-a.txt"))
                .hasSameTextualContentAs(folder.resolve("mimic/Outcomes-a.txt"));
    }

    /** Its patient is still in the hospital: counted as a survivor it would teach a model the contrary of what is known. */
    @Test
    void aVisitWithoutAnEndIsLeftOutAndOneWithADayAloneIsNot() throws IOException, SQLException {
        // given
        Path file = Files.copy(warehouses.resolve(WarehouseLayout.EDS + ".duckdb"), folder.resolve("eds.duckdb"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE visit_occurrence SET visit_end_datetime = NULL WHERE visit_occurrence_id IN (100, 103)");
            statement.execute("UPDATE visit_occurrence SET visit_end_date = NULL WHERE visit_occurrence_id = 100");
        }
        // when
        int code = CommandRunner.of(new ExtractCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute("--jdbc", "jdbc:duckdb:" + file, "--layout", "eds", "--out", folder + "/open");
        // then
        assertThat(code).as(err.toString()).isZero();
        CohortOutcomes outcomes = CohortOutcomes.read(folder.resolve("open/Outcomes-a.txt"));
        assertThat(folder.resolve("open/set-a/3000.txt")).doesNotExist();
        assertThat(outcomes.died(3003)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MIMIC_IV | DIAGNOSIS,ICD10CM,J9600, DIAGNOSIS,ICD9CM,51881, DRUG,NDC,00409121801,30 PROCEDURE,ICD10PCS,0BH17EZ,-480
        OMOP     | DIAGNOSIS,ICD10,J960,5 DRUG,ATC,C01CA03,30 PROCEDURE,CCAM,GLLD015,60
        EDS      | DIAGNOSIS,CIM10,J960,5 DRUG,ATC,C01CA03,30 PROCEDURE,CCAM,GLLD015,60
        """)
    void diagnosesProceduresAndDrugsOfTheStayAreExtractedOnRequest(WarehouseLayout layout, String codes)
            throws IOException {
        // when
        int code = extract(layout, "cohort", "--codes", "--json");

        // then
        assertThat(code).as(err.toString()).isZero();
        assertThat(folder.resolve("cohort/codes.csv"))
                .hasContent("RecordID,kind,vocabulary,code,minutes\n3000," + codes.replace(" ", "\n3000,"));
        assertThat(out.toString()).contains("\"codes\" : " + codes.split(" ").length);
    }

    @Test
    void aCodeThatHasNotTheFormOfItsVocabularyIsCounted() {
        // when
        extract(WarehouseLayout.EDS, "cohort", "--codes", "--json");

        // then
        assertThat(out.toString()).contains("\"INVALID_CODE\" : 1");
    }

    @Test
    void codesAreNotReadUnlessTheyAreAskedFor() {
        // when
        extract(WarehouseLayout.EDS, "cohort");

        // then
        assertThat(folder.resolve("cohort/codes.csv")).doesNotExist();
    }

    @Test
    void anExtractionThatWasStoppedContinues() throws IOException {
        // given
        extract(WarehouseLayout.MIMIC_IV, "cohort");
        Path kept = folder.resolve("cohort/set-a/3001.txt");
        Path lost = folder.resolve("cohort/set-a/3002.txt");
        FileTime written = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(kept, written);
        String text = Files.readString(lost);
        Files.delete(lost);

        // when
        extract(WarehouseLayout.MIMIC_IV, "cohort");

        // then
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(written);
        assertThat(lost).hasContent(text);
    }

    /** Else a stay that was extracted before would get the outcome of another patient. */
    @Test
    void anExtractionDoesNotContinueWhenItsNumbersStandForOtherStays() throws IOException {
        // given
        extract(WarehouseLayout.MIMIC_IV, "cohort");
        Path stays = folder.resolve("cohort/stays.csv");
        Files.writeString(stays, Files.readString(stays).replace("3001,3001,", "3001,77,"));
        // when
        int code = extract(WarehouseLayout.MIMIC_IV, "cohort");
        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString())
                .contains(
                        "number 3001 stands for stay 77, and the warehouse now has stay 3001 there; choose another folder");
    }

    @Test
    void aFolderOfAnotherOriginIsRefused() throws IOException {
        // given
        extract(WarehouseLayout.MIMIC_IV, "cohort");

        // when
        int code = extract(WarehouseLayout.OMOP, "cohort");

        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("holds an extraction with other settings", "choose another folder");
    }

    @Test
    void aWrongLayoutIsExplained() {
        // when
        int code = CommandRunner.of(new ExtractCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute("--jdbc", url(WarehouseLayout.OMOP), "--layout", "mimic-iv", "--out", folder + "/x");

        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("cannot be read as mimic-iv", "--names");
    }

    @Test
    void aNameThatNoStatementUsesIsRefused() throws IOException {
        // given
        Path names = Files.writeString(folder.resolve("names.properties"), "visits = stays\n");

        // when
        int code = extract(WarehouseLayout.OMOP, "cohort", "--names", names.toString());

        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("names.properties: visits: must be one of");
    }

    @Test
    void trainingAndEvaluationReadWhatWasExtracted() throws IOException {
        // given
        extract(WarehouseLayout.MIMIC_IV, "cohort");
        Path cohort = folder.resolve("cohort");

        // when
        TrainingCohorts read = TrainingCohorts.read(cohort, List.of("a"), 1, new PrintStream(System.out));
        List<RecordedStay> stays =
                Physionet2012CohortReader.read("a", cohort.resolve("set-a")).recordings();
        CohortOutcomes outcomes = CohortOutcomes.read(cohort.resolve("Outcomes-a.txt"));

        // then
        assertThat(read.examples()).hasSize(SampleWarehouse.STAYS);
        assertThat(read.examples().stream().filter(stay -> stay.died())).hasSize(5);
        assertThat(stays.get(0).measurements()).hasSizeGreaterThan(50);
        assertThat(outcomes.of(3003).survivalDays()).isEqualTo(10);
    }

    private int extract(WarehouseLayout layout, String name, String... more) {
        String[] arguments = {
            "--jdbc",
            url(layout),
            "--layout",
            layout.toString(),
            "--out",
            folder.resolve(name).toString()
        };
        String[] all = Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
        return CommandRunner.of(new ExtractCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(all);
    }

    private static String url(WarehouseLayout layout) {
        return "jdbc:duckdb:" + warehouses.resolve(layout + ".duckdb");
    }
}
