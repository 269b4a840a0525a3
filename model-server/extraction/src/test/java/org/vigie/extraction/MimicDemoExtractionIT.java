package org.vigie.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.cohort.MimicCohortReader;
import org.vigie.training.cohort.Physionet2012CohortReader;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.label.MimicOutcomes;

/** Compares the extracted MIMIC-IV demo with what the reader of its files reads, where the demo is present. */
class MimicDemoExtractionIT {
    private static final Path DEMO = Optional.ofNullable(System.getenv("VIGIE_DATA"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("vigie.repository")).resolve("../shared/data"))
            .resolve("mimic-iv-demo");
    private static final Path CATALOGUE = Path.of(System.getProperty("vigie.repository"))
            .resolve("schemas/src/main/resources/org/vigie/schemas/variable");
    private static final Duration EXTRACTED = Duration.ofDays(2);

    @TempDir
    static Path folder;

    private static List<RecordedStay> extracted = List.of();
    private static List<RecordedStay> read = List.of();

    @BeforeAll
    static void extract() throws IOException, SQLException {
        boolean there = Files.exists(DEMO.resolve("meds_events-dev.csv.gz"));
        if (!there) {
            System.out.println("SKIPPED MimicDemoExtractionIT: no MIMIC-IV demo in " + DEMO + "; set VIGIE_DATA");
        }
        assumeThat(there).isTrue();
        String url = "jdbc:duckdb:" + folder.resolve("demo.duckdb");
        try (Connection connection = DriverManager.getConnection(url)) {
            new DemoTables(DEMO).load(connection);
            new DemoOmopTables(CATALOGUE).make(connection);
        }
        extract(url, WarehouseLayout.MIMIC_IV, "cohort");
        extract(url, WarehouseLayout.OMOP, "omop");
        extracted = Physionet2012CohortReader.read("a", folder.resolve("cohort/set-a"))
                .recordings();
        read = MimicCohortReader.read("demo", DEMO, Duration.ZERO).recordings();
    }

    @Test
    void theStaysAndOutcomesAreThoseOfTheFiles() throws IOException {
        // when
        CohortOutcomes outcomes = CohortOutcomes.read(folder.resolve("cohort/Outcomes-a.txt"));
        CohortOutcomes expected = new MimicOutcomes(DEMO).read();

        // then
        assertThat(extracted)
                .extracting(RecordedStay::id)
                .isEqualTo(read.stream().map(RecordedStay::id).toList());
        for (RecordedStay stay : read) {
            assertThat(outcomes.of(stay.id())).as("stay " + stay.id()).isEqualTo(expected.of(stay.id()));
        }
    }

    @Test
    void theMeasurementsAreThoseOfTheFiles() {
        for (int number = 0; number < read.size(); number++) {
            assertThat(counts(extracted.get(number)))
                    .as("stay " + read.get(number).id())
                    .isEqualTo(counts(read.get(number)));
        }
    }

    @Test
    void omopTablesOfTheSamePatientsGiveTheSameStays() throws IOException {
        // when, then
        for (RecordedStay stay : read) {
            String file = "set-a/" + stay.id() + ".txt";
            assertThat(sortedLines("omop", file)).as(file).isEqualTo(sortedLines("cohort", file));
        }
    }

    @Test
    void theVitalSignsAreThoseOfAnIndependentQuery() throws IOException, SQLException {
        // given
        Map<String, Double> extractedMeans = new ExtractedMeans(folder.resolve("cohort")).means();

        // when
        Map<String, Double> expected = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("demo.duckdb"))) {
            expected.putAll(new VitalSignOracle(connection).own());
        }

        // then
        assertSameMeans(extractedMeans, expected);
    }

    @Test
    void theVitalSignsAreThoseOfTheConceptQueryOfMimicCode() throws IOException, SQLException {
        // given
        Optional<Path> query = Optional.ofNullable(System.getenv("VIGIE_MIMIC_CODE"))
                .map(checkout -> Path.of(checkout, "mimic-iv/concepts_duckdb/measurement/vitalsign.sql"));
        if (query.isEmpty()) {
            System.out.println("SKIPPED: the concept query of mimic-code; set VIGIE_MIMIC_CODE to a checkout of it");
        }
        assumeThat(query).isPresent();

        // when
        Map<String, Double> expected = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("demo.duckdb"))) {
            expected.putAll(new VitalSignOracle(connection).concept(query.orElseThrow()));
        }

        // then
        assertSameMeans(new ExtractedMeans(folder.resolve("cohort")).means(), expected);
    }

    /** Compares the means of the extracted stays. Temperatures of the concept query have two decimals. */
    private static void assertSameMeans(Map<String, Double> found, Map<String, Double> expected) {
        Set<String> stays = extracted.stream().map(stay -> stay.id() + " ").collect(Collectors.toSet());
        Map<String, Double> ofStays = new TreeMap<>(expected);
        ofStays.keySet().removeIf(key -> !stays.contains(key.substring(0, key.indexOf(' ') + 1)));
        assertThat(found.keySet()).isEqualTo(ofStays.keySet()).hasSizeGreaterThan(10_000);
        assertThat(ofStays)
                .allSatisfy((key, mean) -> assertThat(found.get(key)).as(key).isCloseTo(mean, within(0.006)));
    }

    private static void extract(String url, WarehouseLayout layout, String name) {
        StringWriter err = new StringWriter();
        int code = CommandRunner.of(new ExtractCommand(), new PrintWriter(new StringWriter()), new PrintWriter(err))
                .execute(
                        "--jdbc",
                        url,
                        "--layout",
                        layout.toString(),
                        "--out",
                        folder.resolve(name).toString());
        assertThat(code).as(err.toString()).isZero();
    }

    /** Returns the rows of a stay. Two values of one minute may stand in another order. */
    private static List<String> sortedLines(String cohort, String file) throws IOException {
        return Files.readAllLines(folder.resolve(cohort).resolve(file)).stream()
                .sorted()
                .toList();
    }

    /** Counts the measurements of the extracted hours by variable. The form holds the weight at admission as a second value. */
    private static Map<String, Long> counts(RecordedStay stay) {
        return stay.measurements().stream()
                .filter(each -> each.since().compareTo(EXTRACTED) <= 0)
                .map(each -> each.variable().name())
                .filter(name -> !name.equals("weight"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }
}
