package org.vigie.training.command.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.training.command.imputation.TrainImputerCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains with recipes and compares the results: {@code ./vigie recipe compare}. */
@Command(
        name = "compare",
        description = {
            "Trains boosted trees in five folds with the shipped recipe and with each given one, and compares the results.",
            "A change is the difference to the shipped recipe on the same stays, with its 95 %% interval."
        })
public final class RecipeCompareCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recipes.")
    List<Path> files = List.of();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder of PhysioNet-2012 or of ./vigie extract.")
    Path data = Path.of("");

    @Option(
            names = "--imputer",
            paramLabel = "DIR",
            description = "Imputer for recipes with training: {impute: TWO_SIDED} (default: ${DEFAULT-VALUE}).")
    Path imputer = Path.of(TrainImputerCommand.MODELS, "1");

    @Mixin
    TreeComparisonOptions comparison = new TreeComparisonOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        List<WindowImputer> recipes = new ArrayList<>(List.of(WindowImputer.shipped()));
        for (Path file : files) {
            recipes.add(new WindowImputer(new RecipeFile(file).read()));
        }
        List<FeatureGain> gains = new RecipeComparisonRun(
                        data, comparison.set, imputer, comparison.trees(), comparison.bootstrap(), json.progress())
                .run(recipes);
        String text = gains.stream().map(FeatureGain::text).collect(Collectors.joining("\n"));
        json.print(spec.commandLine().getOut(), text, gains);
        return CommandRunner.DONE;
    }
}
