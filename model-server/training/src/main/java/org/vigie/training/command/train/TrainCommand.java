package org.vigie.training.command.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.command.imputation.TrainImputerCommand;
import org.vigie.training.command.predict.RequiredOptions;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.network.NetworkArchitecture;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the survival model and writes its bundle: {@code ./vigie train}. */
@Command(
        name = "train",
        description = {
            "Trains the survival model on PhysioNet-2012, tests it on set B and writes a bundle with its card.",
            "Exit code 1 when the model does not pass its gate."
        },
        subcommands = TrainImputerCommand.class)
public final class TrainCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of PhysioNet-2012 (required).")
    Optional<Path> data = Optional.empty();

    @Option(
            names = "--sets",
            split = ",",
            paramLabel = "a,b",
            description = "Sets to learn from (default: ${DEFAULT-VALUE}).")
    List<String> sets = List.of("a");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The bundle goes to DIR/survival/VERSION (default: ${DEFAULT-VALUE}).")
    Path models = Path.of("build/models");

    @Option(names = "--version", paramLabel = "N", description = "Version of the bundle (default: ${DEFAULT-VALUE}).")
    String version = "1";

    @Option(
            names = "--gate",
            paramLabel = "FILE",
            description =
                    "File of the minimum results that the model needs to be exported (default: ${DEFAULT-VALUE}).")
    Path gate = Path.of("model-server/models/gate.json");

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "How hours become inputs (default: as for the models that ship; docs/models/recipes.md).")
    Optional<Path> recipe = Optional.empty();

    @Option(
            names = "--imputer",
            paramLabel = "DIR",
            description = "Imputer for a recipe with training: {impute: TWO_SIDED} (default: ${DEFAULT-VALUE}).")
    Path imputer = Path.of(TrainImputerCommand.MODELS, "1");

    @Option(names = "--force", description = "Exports the model even if it does not pass the gate.")
    boolean force;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
    long seed = TrainOptions.SEED;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the trees (default: ${DEFAULT-VALUE}).")
    int threads = 2;

    @Option(
            names = "--nets",
            split = ",",
            paramLabel = "NET",
            description = "Networks, of ${COMPLETION-CANDIDATES} (default: those that ship).")
    List<NetworkArchitecture> nets = EnsembleConfig.SHIPPED_NETS;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs of each network (default: ${DEFAULT-VALUE}).")
    int epochs = EnsembleConfig.SHIPPED_EPOCHS;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of the trees (default: ${DEFAULT-VALUE}).")
    int rounds = BoostedTreesConfig.defaults().rounds();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        try {
            Path bundle = new SurvivalTrainingRun(options(), json.progress()).run();
            json.print(spec.commandLine().getOut(), ModelCard.read(bundle.resolve(ModelBundle.CARD)));
            return 0;
        } catch (GateNotPassedException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return 1;
        }
    }

    /** Returns the options of the command line. */
    TrainOptions options() {
        return new TrainOptions(
                new RequiredOptions(spec).value(data, "--data=DIR"),
                sets,
                models,
                version,
                gate,
                force,
                seed,
                recipe,
                imputer,
                EnsembleConfig.likeShipped(nets, epochs, rounds, seed, threads),
                asTyped());
    }

    /** Returns the command line for the card. */
    private String asTyped() {
        String words =
                String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
        return "./vigie " + (spec.root() == spec ? "train " : "") + words;
    }
}
