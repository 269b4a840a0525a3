package org.vigie.training.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.SmallSet;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.report.EvaluationReport;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Runs the whole command with the shipped model on a small made-up set whose name needs escaping. */
class EvaluationRunIT {
    private static final String SHIPPED = Path.of(
                    System.getProperty("vigie.repository"), "model-server/models/survival-lstm/1")
            .toString();

    @TempDir
    static Path folder;

    private static Path report;
    private static EvaluationReport whole;
    private static SurvivalEvaluation evaluation;
    private static String console;

    @BeforeAll
    static void evaluate() throws IOException {
        SmallSet.write(folder, "a", 60, 3);
        Path set = Files.move(folder.resolve("set-a"), folder.resolve("R&D <small>"));
        report = folder.resolve("report");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvaluateOptions options = EvaluateOptions.parse(
                "--model",
                SHIPPED,
                "--data",
                set.toString(),
                "--outcomes",
                folder.resolve("Outcomes-a.txt").toString(),
                "--report",
                report.toString(),
                "--hours",
                "6,48",
                "--resamples",
                "50");
        whole = new EvaluationRun(options, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
        evaluation = whole.judgement();
        console = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theShippedModelRanksThoseWithAFastHeartAndALowPressureFirst() {
        assertThat(evaluation.stays()).isEqualTo(60);
        assertThat(evaluation.deaths()).isEqualTo(15);
        assertThat(evaluation
                        .hours()
                        .get(1)
                        .scores()
                        .get(EvaluationMetric.AUROC)
                        .value())
                .isGreaterThan(0.7);
        assertThat(console).contains(" 6 h seen: AUROC", "48 h seen: AUROC", "report.html");
    }

    @Test
    void theReportForMachinesHoldsEveryNumber() throws IOException {
        // given
        JsonNode json =
                new ObjectMapper().readTree(report.resolve("report.json").toFile());

        // when
        JsonNode whole = json.at("/judgement/hours/1");

        // then
        assertThat(json.at("/subject/model").asText()).isEqualTo("survival-lstm");
        assertThat(whole.get("hours").asInt()).isEqualTo(48);
        for (EvaluationMetric metric : EvaluationMetric.values()) {
            assertThat(whole.at("/scores/" + metric + "/value").asDouble())
                    .isEqualTo(evaluation.hours().get(1).scores().get(metric).value());
        }
        assertThat(whole.get("calibration")).hasSize(10);
        assertThat(json.at("/judgement/subgroups").findValuesAsText("name")).contains("sex male", "unit medical");
        assertThat(json.at("/judgement/bootstrap/seed").asInt()).isEqualTo(2012);
        assertThat(json.get("falseAlarms")).hasSize(10);
        assertThat(json.at("/misses/0/died").asBoolean()).isTrue();
        assertThat(json.get("robustness").findValuesAsText("name")).contains("no arterial line");
        assertThat(json.at("/courses/48/losStays").asInt()).isZero();
    }

    /** A pressure and a heart rate are all that these stays have: without a monitor's line the model has less to rank by. */
    @Test
    void whatGoesWrongIsMeasured() {
        assertThat(whole.robustness())
                .filteredOn(disturbed -> disturbed.name().equals("no arterial line"))
                .singleElement()
                .satisfies(disturbed -> {
                    assertThat(disturbed.aurocChange()).isNegative();
                    assertThat(disturbed.moved()).isPositive();
                });
        assertThat(whole.robustness())
                .filteredOn(disturbed -> disturbed.name().equals("laboratory silent"))
                .singleElement()
                .satisfies(disturbed -> assertThat(disturbed.moved()).isZero());
    }

    @Test
    void thePageIsWholeAndFetchesNothing() throws IOException, SAXException, ParserConfigurationException {
        // given
        String html = Files.readString(report.resolve("report.html"));

        // when
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));

        // then
        assertThat(html).contains("Survivors with the highest risks", "laboratory silent", "clock two hours fast");
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(5);
        assertThat(page.getElementsByTagName("circle").getLength()).isEqualTo(10 + 2);
        assertThat(page.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("survival-lstm 1 on R&D <small>");
        assertThat(html)
                .contains("best one in hindsight", "Not for diagnosis")
                .doesNotContain("http", "<script", "src=", "url(", "NaN");
    }

    @Test
    void aStayWithoutAnOutcomeStopsTheEvaluation() throws IOException {
        // given
        Path few = Files.writeString(
                folder.resolve("few.txt"), "RecordID,SAPS-I,SOFA,Length_of_stay,Survival,In-hospital_death\n");

        // when
        int exit = CommandRunner.run(
                new EvaluateCommand(),
                "--model",
                SHIPPED,
                "--data",
                folder.resolve("R&D <small>").toString(),
                "--outcomes",
                few.toString(),
                "--report",
                folder.resolve("none").toString());

        // then
        assertThat(exit).isEqualTo(2);
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
