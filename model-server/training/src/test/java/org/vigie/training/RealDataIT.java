package org.vigie.training;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.training.cohort.ChallengeReader;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.Fault;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Score;
import org.vigie.training.feature.Example;
import org.vigie.training.label.Outcomes;

/** The shipped model on the real sets, where they are at hand. */
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
        Cohort cohort = ChallengeReader.read("a", DATA.resolve("set-a.tar.gz"));

        List<Example> examples = examples(cohort, "a");

        assertThat(examples).hasSize(4000);
        assertThat(examples.stream().filter(Example::died)).hasSize(554);
        assertThat(cohort.recordings().stream()
                        .filter(stay -> stay.measurements().isEmpty()))
                .hasSize(3);
        assertThat(cohort.faults()).doesNotContainKeys(Fault.UNKNOWN_NAME, Fault.MALFORMED, Fault.NOT_A_NUMBER);
    }

    /** The first learnt from set A, the shipped one from A and B. Each gives the very numbers of its report, and of its card where that names set B. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void aModelIsAsGoodAsItsReportAndItsCardSay(String version) throws IOException {
        Path bundle = REPOSITORY.resolve(ShippedModel.FOLDER).resolveSibling(version);
        ModelCard card = ModelBundle.open(bundle).card();
        JsonNode report = new ObjectMapper()
                .readTree(REPOSITORY
                        .resolve("docs/models/" + card.name() + "-" + card.version() + "/report.json")
                        .toFile());

        Map<Score, Double> found = CardNumbers.of(evaluate(bundle)).get(48);

        assertThat(report.at("/subject/digest").asText()).isEqualTo(card.digest());
        JsonNode written = report.at("/judgement/hours/4");
        assertThat(written.get("hours").asInt()).isEqualTo(48);
        found.forEach((score, value) -> assertThat(value)
                .as(score.label())
                .isEqualTo(written.at("/scores/" + score + "/value").asDouble(), within(EXACT)));
        CardNumbers.of(card, "set B, never seen")
                .getOrDefault(48, Map.of())
                .forEach((score, value) ->
                        assertThat(value).as(score.label()).isEqualTo(found.get(score), within(EXACT)));
    }

    private Judgement evaluate(Path bundle) throws IOException {
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

    private static List<Example> examples(Cohort cohort, String set) throws IOException {
        Outcomes outcomes = Outcomes.read(DATA.resolve("Outcomes-" + set + ".txt"));
        return cohort.recordings().stream()
                .map(recording -> Example.of(recording, outcomes.died(recording.id())))
                .toList();
    }
}
