package org.vigie.training.command.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.imputation.SavedImputer;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.training.CommandAnswer;
import org.vigie.training.SmallSet;
import org.vigie.training.command.evaluate.EvaluateCommand;
import org.vigie.training.command.train.TrainCommand;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.prepare.TrainingStayPreparer;

/** Tests both commands on a small set. */
class ImputationCommandsIT {
    private static final int STAYS = 40;
    private static final Path SHIPPED =
            Path.of(System.getProperty("vigie.repository")).resolve(BundlePredictor.SHIPPED);

    @TempDir
    static Path folder;

    private static JsonNode card;

    @BeforeAll
    static void train() throws IOException {
        SmallSet.write(folder, "a", STAYS, 1);
        SmallSet.write(folder, "b", STAYS, 2);
        card = CommandAnswer.json(
                new TrainCommand(),
                "imputer",
                "--data",
                folder.toString(),
                "--out",
                folder.resolve("imputers").toString(),
                "--epochs",
                "40",
                "--json");
    }

    @Test
    void theCardSaysWhatTheImputerLearntFrom() {
        assertThat(card.path("name").asText()).isEqualTo("imputer-attention");
        assertThat(card.path("sets").get(0).asText()).isEqualTo("b");
        assertThat(card.path("stays").asInt()).isEqualTo(STAYS);
        assertThat(card.path("columns")).hasSize(36);
        assertThat(card.path("command").asText()).startsWith("./vigie train imputer --data ");
    }

    @Test
    void aTrainedImputerIsNearerToHiddenValuesThanTheLastValue() throws IOException {
        // given: values without a course, where the mean is the best estimate
        StringBuilder mask = new StringBuilder("RecordID,hour,variable,value\n");
        StringBuilder folds = new StringBuilder("RecordID,fold\n");
        for (int stay = 1; stay <= STAYS; stay++) {
            mask.append(stay).append(",20,HR,").append(stay % 4 == 0 ? 105 : 80).append('\n');
            folds.append(stay).append(',').append(stay % 2).append('\n');
        }
        Path maskFile = Files.writeString(folder.resolve("mask.csv"), mask);
        Path foldsFile = Files.writeString(folder.resolve("folds.csv"), folds);

        // when
        JsonNode answer = CommandAnswer.json(
                new EvaluateCommand(),
                "imputation",
                "--data",
                folder.toString(),
                "--mask",
                maskFile.toString(),
                "--folds",
                foldsFile.toString(),
                "--model",
                folder.resolve("imputers/1").toString(),
                "--json");

        // then
        double lastValue = answer.path("locf_mae").asDouble();
        assertThat(answer.path("hidden_cells").asInt()).isEqualTo(STAYS);
        assertThat(answer.path("causal_mae").asDouble()).isBetween(0.0, lastValue);
        assertThat(answer.path("two_sided_mae").asDouble()).isBetween(0.0, lastValue);
        assertThat(answer.path("causal_coverage").asDouble()).isBetween(.5, 1.0);
    }

    @Test
    void anImputerHoldsItsRecipeAndRefusesWindowsOfAnotherOne() throws IOException {
        // given
        Path recipe = Files.writeString(
                folder.resolve("ward.yaml"),
                "recipe: ward\nrevision: 2\nrange: {hr: [20, 250]}\ntraining: {impute: TWO_SIDED}\n");
        String out = folder.resolve("ward").toString();

        // when
        JsonNode own = CommandAnswer.json(
                new TrainCommand(),
                ("imputer --data " + folder + " --out " + out + " --recipe " + recipe + " --epochs 1 --json")
                        .split(" "));

        // then
        Path imputer = folder.resolve("ward/1");
        PreparationRecipe rules = new RecipeFile(recipe).read();
        assertThat(own.path("recipe").asText()).isEqualTo(rules.windowDigest());
        assertThat(imputer.resolve("recipe.yaml")).hasSameTextualContentAs(recipe);
        TrainingStayPreparer.open(new WindowImputer(rules), imputer).close();
        assertThatThrownBy(() -> BundlePredictor.open(SHIPPED, Optional.of(imputer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--imputer: the imputer learnt from windows of the rules ");
        Files.delete(imputer.resolve("recipe.yaml"));
        assertThatThrownBy(() -> SavedImputer.open(imputer)).hasMessageContaining("must hold the rules");
    }

    @Test
    void aFolderWithoutAnImputerIsNamed() {
        assertThatThrownBy(() -> SavedImputer.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("imputer-card.json: cannot be read as the card of an imputer");
    }
}
