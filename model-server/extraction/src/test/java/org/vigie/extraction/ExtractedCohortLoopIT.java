package org.vigie.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.command.evaluate.EvaluateCommand;
import org.vigie.training.command.train.TrainCommand;

/** Runs the loop of docs/models/extraction.md on made-up patients: extract, train, evaluate. */
class ExtractedCohortLoopIT {
    @TempDir
    static Path folder;

    private static JsonNode card = new ObjectMapper().nullNode();
    private static JsonNode report = new ObjectMapper().nullNode();

    @BeforeAll
    static void extractTrainAndEvaluate() throws IOException, SQLException {
        String url = "jdbc:duckdb:" + folder.resolve("warehouse.duckdb");
        try (Connection connection = DriverManager.getConnection(url)) {
            SampleWarehouse.fill(connection, WarehouseLayout.MIMIC_IV);
        }
        String cohort = folder.resolve("cohort").toString();
        String models = folder.resolve("models").toString();
        String gate = Path.of(System.getProperty("vigie.repository"), "model-server/models/gate.json")
                .toString();
        answer(new ExtractCommand(), "--jdbc", url, "--layout", "mimic-iv", "--out", cohort, "--json");
        card = answer(
                new TrainCommand(),
                ("--data " + cohort + " --sets a --out " + models + " --gate " + gate
                                + " --force --nets cnn --epochs 1 --rounds 5 --json")
                        .split(" "));
        report = answer(
                new EvaluateCommand(),
                ("--external --data " + cohort + " --model " + models + "/survival/1 --report " + folder
                                + "/report --hours 48 --resamples 1 --robustness off --json")
                        .split(" "));
    }

    @Test
    void theCardOfAModelNamesTheWarehouseThatItLearntFrom() {
        assertThat(card.path("training").path("staysLearnt").asInt()).isEqualTo(SampleWarehouse.STAYS);
        assertThat(card.path("training").path("data").asText()).contains("warehouse.duckdb", "layout mimic-iv");
        assertThat(card.path("population").toString())
                .contains("warehouse.duckdb")
                .doesNotContain("Boston");
    }

    @Test
    void theReportTellsTheCalibrationOfEachUnit() {
        // when
        JsonNode centres = report.path("external").path("centres");

        // then
        assertThat(centres.findValuesAsText("centre"))
                .containsExactlyInAnyOrder("all units", SampleWarehouse.unit(0), SampleWarehouse.unit(1));
        assertThat(centres.get(0).path("stays").asInt()).isEqualTo(SampleWarehouse.STAYS);
        assertThat(centres.get(0).path("deaths").asInt()).isEqualTo(5);
    }

    @Test
    void theReportTellsWhichVariablesGoWithErrors() {
        assertThat(report.path("external").path("variables").findValuesAsText("variable"))
                .contains("hr", "gcs_total");
        assertThat(folder.resolve("report/report.html")).content().contains("Calibration by unit", "Brier without");
    }

    private static JsonNode answer(Object command, String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandRunner.of(command, new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
        assertThat(code).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }
}
