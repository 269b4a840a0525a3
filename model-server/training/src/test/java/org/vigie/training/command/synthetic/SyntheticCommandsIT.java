package org.vigie.training.command.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.CommandAnswer;
import org.vigie.training.SmallSet;
import org.vigie.training.command.evaluate.EvaluateCommand;
import org.vigie.training.command.recipe.RecipeCommand;

/** Runs the commands on synthetic stays, and the comparison of recipes, on one small made-up set. */
class SyntheticCommandsIT {
    private static final Path IMPUTER = Path.of(System.getProperty("vigie.repository"), "model-server/imputers/1");

    @TempDir
    static Path folder;

    private static JsonNode made = new ObjectMapper().nullNode();

    @BeforeAll
    static void synthesize() throws IOException {
        SmallSet.write(folder, "a", 240, 1);
        made = CommandAnswer.json(
                new SynthesizeCommand(),
                ("--data " + folder + " --method jitter --stays 120 --out " + folder + "/made --json").split(" "));
    }

    @Test
    void halfOfTheStaysIsUsedAndTheShareOfDeathsKept() {
        assertThat(made.path("members").asInt()).isEqualTo(120);
        assertThat(made.path("stays").asInt()).isEqualTo(120);
        assertThat(made.path("deaths").asInt()).isEqualTo(30);
    }

    @Test
    void aNetworkMakesStaysWithinItsBudget() throws IOException {
        // when
        JsonNode answer = CommandAnswer.json(
                new SynthesizeCommand(),
                ("--data " + folder + " --method gan --steps 2 --stays 8 --out " + folder + "/network --json")
                        .split(" "));

        // then
        assertThat(answer.path("method").asText()).isEqualTo("gan");
        assertThat(folder.resolve("network/shared/set-a")).isDirectoryContaining("glob:**8.txt");
        assertThat(folder.resolve("network/private/synthesis.json")).content().contains("\"steps\":2");
    }

    @Test
    void aRecipeWithoutTheHeartRateIsFoundToBeWorse() throws IOException {
        // given
        Path recipe = Files.writeString(folder.resolve("blind.yaml"), "recipe: blind\nrevision: 2\nselect: [temp]\n");

        // when
        JsonNode gains = CommandAnswer.json(
                new RecipeCommand(),
                ("compare " + recipe + " --data " + folder + " --rounds 20 --resamples 20 --json").split(" "));

        // then
        assertThat(gains.findValuesAsText("features")).containsExactly("shipped 1", "blind 2");
        assertThat(gains.get(1).path("auroc_change").path("value").asDouble()).isLessThan(-0.2);
    }

    @Test
    void aRecipeForTrainingIsTestedOnLiveWindowsAndOnItsOwn() throws IOException {
        // given
        Path recipe = Files.writeString(
                folder.resolve("careful.yaml"),
                "recipe: careful\nrevision: 1\ntraining: {clean: RETROSPECTIVE, impute: TWO_SIDED}\n");

        // when
        JsonNode gains = CommandAnswer.json(
                new RecipeCommand(),
                ("compare " + recipe + " --data " + folder + " --imputer " + IMPUTER
                                + " --rounds 20 --resamples 20 --json")
                        .split(" "));

        // then
        assertThat(gains.findValuesAsText("features"))
                .containsExactly("shipped 1", "careful 1", "careful 1, tested on stays prepared as for training");
        assertThat(gains.findValuesAsText("auroc"))
                .allSatisfy(auroc -> assertThat(Double.parseDouble(auroc)).isGreaterThan(0.9));
    }

    @Test
    void noisyCopiesAreUsefulAndRefused() throws IOException {
        // given
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        // when
        int code = CommandRunner.of(new EvaluateCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(("synthetic --report " + folder + "/made --rounds 20 --json").split(" "));

        // then
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.NO);
        assertThat(answer.path("membership_inference_auc").asDouble()).isGreaterThan(0.55);
        assertThat(answer.path("tstr_auroc").asDouble()).isGreaterThan(0.9);
        assertThat(answer.path("trtr_auroc").asDouble()).isGreaterThan(0.9);
        assertThat(answer.path("rebalancing").path("auroc_with").asDouble()).isGreaterThan(0.9);
        assertThat(folder.resolve("made/shared/data-card.md")).content().contains("| may be shared | **no** |");
        assertThat(answer.path("autocorrelations").asDouble()).isBetween(0.0, 0.2);
        assertThat(folder.resolve("made/private/report.json")).exists();
        assertThat(folder.resolve("made/private/report.html"))
                .content()
                .contains("must not be shared", "Membership inference", "<svg");
    }
}
