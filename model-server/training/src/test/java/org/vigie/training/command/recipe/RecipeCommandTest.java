package org.vigie.training.command.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.command.CommandRunner;
import org.vigie.signal.impute.PreparationRecipe;

class RecipeCommandTest {
    private static final Path SHIPPED = Path.of(System.getProperty("vigie.repository"), "model-server");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void writeAStay() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("set-a")).resolve("7.txt"), """
                Time,Parameter,Value
                00:00,RecordID,7
                00:07,HR,73
                00:20,HR,900
                00:40,HR,75
                02:00,HR,80
                """);
    }

    @Test
    void theShippedFileHasTheShippedRules() throws IOException {
        // when
        JsonNode answer = answer(CommandRunner.DONE, "check", SHIPPED + "/recipes/shipped.yaml", "--json");

        // then
        assertThat(answer.path("digest").asText()).isEqualTo(PreparationRecipe.SHIPPED.digest());
        assertThat(answer.path("changed")).isEmpty();
    }

    @Test
    void theCheckSaysHowStaysForTrainingDiffer() throws IOException {
        // given
        Path recipe = recipe("recipe: ward\nrevision: 2\ntraining: {clean: RETROSPECTIVE, impute: TWO_SIDED}\n");

        // when
        int code = run("check", recipe.toString());

        // then
        assertThat(code).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString()).contains("Stays for training: cleaned RETROSPECTIVE, imputed TWO_SIDED");
    }

    @Test
    void aWrongRecipeIsNamedWithItsLine() throws IOException {
        // given
        Path recipe = recipe("recipe: ward\nrevision: 2\nrange: {hr: [250, 20]}\n");

        // when
        int code = run("check", recipe.toString());

        // then
        assertThat(code).isEqualTo(CommandRunner.NO);
        assertThat(err.toString()).contains("ward.yaml:3: hr: must be the lowest and the highest value");
    }

    @Test
    void aModelThatDependsOnOtherRulesIsMarked() throws IOException {
        // given
        Path recipe = recipe("recipe: ward\nrevision: 2\nrange: {hr: [20, 250]}\n");

        // when
        JsonNode models = answer(
                CommandRunner.NO,
                "lineage",
                "--models",
                SHIPPED + "/models/survival",
                "--reports",
                SHIPPED.resolveSibling("docs/models").toString(),
                "--recipe",
                recipe.toString(),
                "--json");

        // then
        assertThat(models.findValuesAsText("recipe")).containsOnly("shipped");
        assertThat(models.get(0).path("upToDate").asBoolean()).isFalse();
        assertThat(models.get(0).path("reports").toString()).contains("docs/models/survival-1/report.json");
    }

    @Test
    void withTheirOwnRulesTheModelsAreUpToDate() {
        // when
        int code = run(
                "lineage",
                "--models",
                SHIPPED + "/models/survival",
                "--reports",
                folder.toString(),
                "--recipe",
                SHIPPED + "/recipes/shipped.yaml");

        // then
        assertThat(code).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString())
                .contains("recipe shipped 1", "set-a (4000 stays", "set-b (4000 stays")
                .doesNotContain("OTHER RULES");
    }

    @Test
    void aValueLeadsBackToItsRowsAndToTheOneThatTheCleaningLeftOut() throws IOException {
        // when
        JsonNode cell = answer(
                CommandRunner.DONE, ("rows --data " + folder + " --stay 7 --variable hr --hour 0 --json").split(" "));

        // then
        assertThat(cell.path("value").asDouble()).isEqualTo(74);
        assertThat(cell.path("origin").asText()).isEqualTo("MEASURED");
        assertThat(cell.path("rows").findValuesAsText("line")).containsExactly("3", "4", "5");
        assertThat(cell.path("rows").findValuesAsText("used")).containsExactly("true", "false", "true");
    }

    @Test
    void anHourWithoutARowIsCarried() {
        // when
        int code = run(("rows --data " + folder + " --stay 7 --variable hr --hour 1").split(" "));

        // then
        assertThat(code).isEqualTo(CommandRunner.DONE);
        assertThat(out.toString()).contains("the model receives 74.0 (CARRIED)", "no row in this hour");
    }

    @Test
    void aStayThatIsNotThereIsNamed() {
        // when
        int code = run(("rows --data " + folder + " --stay 8 --variable hr --hour 1").split(" "));

        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("has no stay 8");
    }

    private Path recipe(String text) throws IOException {
        return Files.writeString(folder.resolve("ward.yaml"), text);
    }

    private JsonNode answer(int code, String... arguments) throws IOException {
        assertThat(run(arguments)).as(err.toString()).isEqualTo(code);
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... arguments) {
        return CommandRunner.of(new RecipeCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
    }
}
