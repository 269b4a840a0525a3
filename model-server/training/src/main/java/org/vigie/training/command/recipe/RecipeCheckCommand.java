package org.vigie.training.command.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.TrainingPreparation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a recipe: {@code ./vigie recipe check}. */
@Command(
        name = "check",
        description = {"Checks a recipe and names the line that is wrong.", "Exit code 1 when the recipe is wrong."})
public final class RecipeCheckCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The recipe.")
    Path file = Path.of("");

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    /**
     * Holds the answer of the command.
     *
     * @param digest SHA-256 of the rules
     * @param changed variables whose rules differ from those of the shipped recipe
     */
    record CheckedRecipe(
            String name,
            int revision,
            String digest,
            List<String> changed,
            boolean ages,
            TrainingPreparation training) {
        String text() {
            String learnt = training.equals(TrainingPreparation.AS_LIVE)
                    ? ""
                    : "%nStays for training: cleaned %s, imputed %s".formatted(training.clean(), training.impute());
            return "%s, revision %d: right. Rules %s.%nDiffers from the shipped recipe for: %s%s"
                    .formatted(
                            name,
                            revision,
                            digest,
                            changed.isEmpty() ? "no variable" : String.join(", ", changed),
                            learnt);
        }
    }

    @Override
    public Integer call() throws IOException {
        try {
            PreparationRecipe recipe = new RecipeFile(file).read();
            CheckedRecipe answer = new CheckedRecipe(
                    recipe.name(),
                    recipe.revision(),
                    recipe.digest(),
                    recipe.differences(PreparationRecipe.SHIPPED),
                    recipe.ages(),
                    recipe.training());
            json.print(spec.commandLine().getOut(), answer.text(), answer);
            return CommandRunner.DONE;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CommandRunner.NO;
        }
    }
}
