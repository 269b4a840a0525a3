package org.vigie.training.command.imputation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.inference.imputation.ImputerCard;
import org.vigie.inference.imputation.ImputerConfig;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.prepare.TrainingRecipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains an imputer with attention: {@code ./vigie train imputer}. */
@Command(
        name = "imputer",
        description = {
            "Trains an imputer with attention on PhysioNet-2012: one network for live windows, which sees earlier hours,",
            "and one for replay and training, which sees all hours."
        })
public final class TrainImputerCommand implements Callable<Integer> {
    /** Folder of the imputers that ship. */
    public static final String MODELS = "model-server/imputers";

    @Spec
    CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of PhysioNet-2012.")
    Path data = Path.of("");

    @Option(
            names = "--sets",
            split = ",",
            paramLabel = "a,b",
            description = "Sets to learn from (default: ${DEFAULT-VALUE}).")
    List<String> sets = List.of("b");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The imputer goes to DIR/VERSION (default: ${DEFAULT-VALUE}).")
    Path models = Path.of("build/imputers");

    @Option(names = "--version", paramLabel = "N", description = "Version of the imputer (default: ${DEFAULT-VALUE}).")
    String version = "1";

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "How hours become inputs (default: as for the models that ship; docs/models/recipes.md).")
    Optional<Path> recipe = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs of each network (default: ${DEFAULT-VALUE}).")
    int epochs = ImputerConfig.SHIPPED_EPOCHS;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
    long seed = 2012;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        ImputerTrainingRun run = new ImputerTrainingRun(
                data, sets, TrainingRecipe.read(recipe), ImputerConfig.shipped(epochs, seed), json.progress());
        ImputerCard card = run.run(models, version, asTyped());
        json.print(spec.commandLine().getOut(), card);
        return CommandRunner.DONE;
    }

    /** Returns the command line for the card. */
    private String asTyped() {
        String words =
                String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
        return "./vigie " + (words.startsWith("train ") ? "" : "train ") + words;
    }
}
