package org.vigie.training.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.training.CardNumbers;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.Physionet2012CohortReader;
import org.vigie.training.cohort.UnusedRowReason;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.predict.BundlePredictor;

/** Tests the shipped model on the real sets where they are present. */
class RealDataIT {
    private static final Path REPOSITORY = Path.of(System.getProperty("vigie.repository"));
    private static final Path DATA = Optional.ofNullable(System.getenv("VIGIE_DATA"))
            .map(Path::of)
            .orElse(REPOSITORY.resolve("../shared/data"))
            .resolve("physionet2012");

    private static final double EXACT = 1e-6;

    @TempDir
    Path folder;

    @BeforeAll
    static void needTheData() {
        boolean there = Files.exists(DATA.resolve("set-b.tar.gz"));
        if (!there) {
            System.out.println("SKIPPED RealDataIT: no PhysioNet-2012 in " + DATA + "; set VIGIE_DATA");
        }
        assumeThat(there).isTrue();
    }

    @Test
    void setAHasTheStaysAndDeathsItsReadmeNames() throws IOException {
        // given
        Cohort cohort = Physionet2012CohortReader.read("a", DATA.resolve("set-a.tar.gz"));

        // when
        List<LabelledStay> examples = examples(cohort, "a");

        // then
        assertThat(examples).hasSize(4000);
        assertThat(examples.stream().filter(LabelledStay::died)).hasSize(554);
        assertThat(cohort.recordings().stream()
                        .filter(stay -> stay.measurements().isEmpty()))
                .hasSize(3);
        assertThat(cohort.faults())
                .doesNotContainKeys(
                        UnusedRowReason.UNKNOWN_NAME, UnusedRowReason.MALFORMED, UnusedRowReason.NOT_A_NUMBER);
    }

    /** The first learnt from set A, the shipped one from A and B. Each gives the very numbers of its report, and of its card where that names set B. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void aModelIsAsGoodAsItsReportAndItsCardSay(String version) throws IOException {
        // given
        Path bundle = REPOSITORY.resolve(BundlePredictor.SHIPPED).resolveSibling(version);
        ModelCard card = ModelBundle.open(bundle).card();
        JsonNode report = new ObjectMapper()
                .readTree(REPOSITORY
                        .resolve("docs/models/" + card.name() + "-" + card.version() + "/report.json")
                        .toFile());

        // when
        Map<EvaluationMetric, Double> found = CardNumbers.of(evaluate(bundle)).get(48);

        // then
        assertThat(report.at("/subject/digest").asText()).isEqualTo(card.digest());
        JsonNode written = report.at("/judgement/hours/4");
        assertThat(written.get("hours").asInt()).isEqualTo(48);
        found.forEach((metric, value) -> assertThat(value)
                .as(metric.label())
                .satisfies(isNearly(written.at("/scores/" + metric + "/value").asDouble())));
        CardNumbers.of(card, "set B, never seen")
                .getOrDefault(48, Map.of())
                .forEach(
                        (metric, value) -> assertThat(value).as(metric.label()).satisfies(isNearly(found.get(metric))));
    }

    /** The last digits of a sum of thousands of numbers are others on another processor. */
    private static Consumer<Double> isNearly(double expected) {
        return value -> assertThat(value).isCloseTo(expected, within(EXACT * Math.max(1, Math.abs(expected))));
    }

    private SurvivalEvaluation evaluate(Path bundle) throws IOException {
        EvaluateOptions options = EvaluateOptions.parse(
                "--model", bundle.toString(),
                "--data", DATA.resolve("set-b.tar.gz").toString(),
                "--outcomes", DATA.resolve("Outcomes-b.txt").toString(),
                "--report", folder.toString(),
                "--hours", "48",
                "--resamples", "1",
                "--robustness", "off");
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new EvaluationRun(options, silent).run().judgement();
    }

    private static List<LabelledStay> examples(Cohort cohort, String set) throws IOException {
        CohortOutcomes outcomes = CohortOutcomes.read(DATA.resolve("Outcomes-" + set + ".txt"));
        return cohort.recordings().stream()
                .map(recording -> LabelledStay.of(recording, outcomes.died(recording.id())))
                .toList();
    }
}
