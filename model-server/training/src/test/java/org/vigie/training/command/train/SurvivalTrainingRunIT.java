package org.vigie.training.command.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.bundle.CalibrationPoint;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.training.CardNumbers;
import org.vigie.training.CommandAnswer;
import org.vigie.training.SmallSet;
import org.vigie.training.command.evaluate.EvaluateCommand;
import org.vigie.training.command.evaluate.EvaluateOptions;
import org.vigie.training.command.evaluate.EvaluationRun;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.predict.OutOfFoldPredictions;

/** Runs the whole command on a small made-up set. */
class SurvivalTrainingRunIT {
    @TempDir
    static Path folder;

    private static ModelCard card;
    private static String console;

    @BeforeAll
    static void train() throws IOException {
        SmallSet.write(folder, "a", 96, 1);
        SmallSet.write(folder, "b", 40, 2);
        StringBuilder folds = new StringBuilder("RecordID,fold\n");
        for (int id = 1; id <= 96; id++) {
            folds.append(id).append(',').append(id % 3 == 0 ? 1 : 0).append('\n');
        }
        Files.writeString(folder.resolve("physionet2012-set-a-folds.csv"), folds);
        gate("easy", 0);
        gate("hard", 1.1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        card = ModelBundle.open(run("one", 3, out, "--nets", "lstm,cnn")).card();
        console = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theBundleHoldsTheModelItsCardDescribes() {
        // when
        Path bundle = folder.resolve("one/survival/1");

        // then
        assertThat(card.name()).isEqualTo("survival");
        assertThat(card.files()).containsOnlyKeys("saved_model.pb", "trees.ubj");
        assertThat(card.training().staysLearnt()).isEqualTo(96);
        assertThat(card.training().deaths()).isEqualTo(24);
        assertThat(card.training().rowsNotUsed()).containsEntry("NOT_RECORDED", 2 * 96);
        assertThat(card.gate().failures()).isEmpty();
        assertThat(bundle.resolve("model-card.md")).content().contains(card.digest(), "Not for diagnosis", "ODC-By");
    }

    @Test
    void theCardNamesThePartsTheirWeightsAndTheCalibration() {
        assertThat(card.ensemble().parts())
                .extracting(EnsemblePart::name, EnsemblePart::weight)
                .containsExactly(tuple("lstm-1", 0.25), tuple("cnn-2", 0.25), tuple("trees", 0.5));
        assertThat(card.ensemble().calibration())
                .extracting(CalibrationPoint::hoursSeen)
                .containsExactly(6, 12, 24, 36, 48);
    }

    @Test
    void theTrainedModelRanksUnseenStaysCorrectly() {
        // when
        EvaluationResult last = card.results().stream()
                .filter(result -> result.set().equals("set B, never seen") && result.hoursSeen() == 48)
                .findFirst()
                .orElseThrow();

        // then
        assertThat(last.stays()).isEqualTo(40);
        assertThat(last.auroc()).isGreaterThan(0.95);
    }

    @Test
    void evaluateFindsTheNumbersThatTheCardNames() throws IOException {
        // given
        EvaluateOptions options = EvaluateOptions.parse(
                "--model", folder.resolve("one/survival/1").toString(),
                "--data", folder.resolve("set-b").toString(),
                "--outcomes", folder.resolve("Outcomes-b.txt").toString(),
                "--report", folder.resolve("report").toString(),
                "--resamples", "1",
                "--robustness", "off");

        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        SurvivalEvaluation found = new EvaluationRun(options, silent).run().judgement();

        // when, then
        assertThat(CardNumbers.of(found))
                .isEqualTo(CardNumbers.of(card, "set B, never seen"))
                .hasSize(5);
    }

    @Test
    void trainAnswersWithTheCardAsJson() throws IOException {
        // given
        String easy = folder.resolve("easy").toString();
        String models = folder.resolve("six").toString();
        // when
        JsonNode answer = CommandAnswer.json(
                new TrainCommand(),
                "--data",
                folder.toString(),
                "--out",
                models,
                "--gate",
                easy,
                "--nets",
                "cnn",
                "--epochs",
                "1",
                "--rounds",
                "5",
                "--json");
        // then
        assertThat(answer.path("name").asText()).isEqualTo("survival");
        assertThat(answer.path("digest").asText())
                .isEqualTo(
                        ModelBundle.open(Path.of(models, "survival/1")).card().digest());
        assertThat(answer.path("results")).isNotEmpty();
    }

    @Test
    void aModelWithARecipeHoldsItAndPredictsWithIt() throws IOException {
        // given: without the heart rate and the pressure nothing tells who dies
        Path recipe = Files.writeString(folder.resolve("blind.yaml"), "recipe: blind\nrevision: 4\nselect: [temp]\n");
        String easy = folder.resolve("easy").toString();
        // when
        JsonNode answer = CommandAnswer.json(
                new TrainCommand(),
                ("--data " + folder + " --out " + folder.resolve("seven") + " --gate " + easy + " --recipe " + recipe
                                + " --nets cnn --epochs 1 --rounds 5 --force --json")
                        .split(" "));
        // then
        JsonNode lineage = answer.path("training").path("lineage");
        assertThat(lineage.path("recipe").asText()).isEqualTo("blind");
        assertThat(lineage.path("revision").asInt()).isEqualTo(4);
        assertThat(lineage.path("cohorts").get(0).path("measurements").asInt()).isGreaterThan(9000);
        assertThat(answer.path("files").has("recipe.yaml")).isTrue();
        assertThat(answer.path("results").findValuesAsText("auroc").stream()
                        .mapToDouble(Double::parseDouble)
                        .max()
                        .orElseThrow())
                .isLessThan(0.8);
    }

    @Test
    void evaluateAnswersWithTheFiguresOfTheReportAsJson() throws IOException {
        // given
        String bundle = folder.resolve("one/survival/1").toString();
        String outcomes = folder.resolve("Outcomes-b.txt").toString();
        // when
        JsonNode answer = CommandAnswer.json(
                new EvaluateCommand(),
                "--model",
                bundle,
                "--data",
                folder.resolve("set-b").toString(),
                "--outcomes",
                outcomes,
                "--report",
                folder.resolve("report-json").toString(),
                "--hours",
                "48",
                "--resamples",
                "1",
                "--robustness",
                "off",
                "--json");
        // then
        assertThat(answer.isObject()).isTrue();
        assertThat(answer.path("judgement")).isNotEmpty();
    }

    @Test
    void outOfFoldPredictionsAreReadWithTheirFolds() throws IOException {
        // when
        OutOfFoldPredictions predictions = OutOfFoldPredictions.read(folder.resolve("one/survival/1-out-of-fold.csv"));

        // then
        assertThat(predictions.folds()).hasSize(96).containsEntry(3, 1).containsEntry(4, 0);
        assertThat(predictions.probabilities()).containsOnlyKeys(6, 12, 24, 36, 48);
    }

    @Test
    void progressIsShown() {
        assertThat(console)
                .contains("1 of 9: fold 0: trees grown on 32 stays", "[##############################] 9 of 9")
                .contains("gate: passed", "set B, never seen, 48 h seen: AUROC");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot() throws IOException {
        // given
        ByteArrayOutputStream ignored = new ByteArrayOutputStream();

        // when
        String again = ModelBundle.open(run("two", 3, ignored, "--nets", "lstm,cnn", "--threads", "1"))
                .card()
                .digest();
        String other = ModelBundle.open(run("three", 4, ignored, "--nets", "cnn"))
                .card()
                .digest();

        // then
        assertThat(again).isEqualTo(card.digest());
        assertThat(other).isNotEqualTo(card.digest());
    }

    @Test
    void aModelBelowTheGateIsExportedByForceOnlyAndItsCardStatesIt() throws IOException {
        // given
        String hard = folder.resolve("hard").toString();

        // when, then
        assertThatThrownBy(() -> run("four", 3, new ByteArrayOutputStream(), "--nets", "cnn", "--gate", hard))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sensitivity is", "must be at least 1.100");
        assertThat(folder.resolve("four")).doesNotExist();
        ModelCard forced = ModelBundle.open(
                        run("five", 3, new ByteArrayOutputStream(), "--nets", "cnn", "--gate", hard, "--force"))
                .card();
        assertThat(forced.gate().forced()).isTrue();
        assertThat(forced.gate().failures()).hasSize(1);
        assertThat(folder.resolve("five/survival/1/model-card.md")).content().contains("did NOT pass the gate");
    }

    @Test
    void aFolderWithoutASetIsRefusedInASentence() {
        // given
        Path empty = folder.resolve("nowhere");

        // when, then
        assertThatThrownBy(() -> new SurvivalTrainingRun(
                                TrainOptions.parse(
                                        "--data",
                                        empty.toString(),
                                        "--gate",
                                        folder.resolve("easy").toString()),
                                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such set");
        assertThat(Files.exists(empty)).isFalse();
    }

    private static void gate(String file, double sensitivity) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "{\"minSensitivity\": " + sensitivity + ", \"minSpecificity\": 0, \"maxEce\": 1,"
                        + " \"minWorstSubgroupAuroc\": 0, \"minSubgroupDeaths\": 1}");
    }

    private static Path run(String models, int seed, ByteArrayOutputStream out, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--data", folder.toString(),
                "--out", folder.resolve(models).toString(),
                "--seed", Integer.toString(seed),
                "--epochs", "3",
                "--rounds", "20"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--gate")) {
            arguments.addAll(List.of("--gate", folder.resolve("easy").toString()));
        }
        TrainOptions options = TrainOptions.parse(arguments.toArray(String[]::new));
        return new SurvivalTrainingRun(options, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
    }
}
