package org.vigie.training.command.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.command.train.TrainOptions;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.search.SearchTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws settings of trees or networks and evaluates them out of fold: {@code ./vigie search}. */
@Command(
        name = "search",
        description = "Draws settings of trees or networks and evaluates them out of fold, by successive halving.")
public final class SearchCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of PhysioNet-2012.")
    Path data = Path.of("");

    @Option(
            names = "--log",
            required = true,
            paramLabel = "FILE",
            description = "File to which a line is added for each trial.")
    Path log = Path.of("");

    @Option(names = "--of", paramLabel = "trees|nets", description = "What is searched (default: ${DEFAULT-VALUE}).")
    String kind = SearchOptions.TREES;

    @Option(names = "--settings", paramLabel = "N", description = "Settings drawn (default: ${DEFAULT-VALUE}).")
    int settings = 16;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
    long seed = TrainOptions.SEED;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs of a network (default: ${DEFAULT-VALUE}).")
    int epochs = EnsembleConfig.SHIPPED_EPOCHS;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of the trees (default: ${DEFAULT-VALUE}).")
    int rounds = BoostedTreesConfig.defaults().rounds();

    @Spec
    CommandSpec spec;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        List<SearchTrial> best = new SearchRun(options(), json.progress()).run();
        json.print(
                spec.commandLine().getOut(),
                best.stream()
                        .map(trial -> trial.line("search of " + kind + ", seed " + seed, SearchRun.SET))
                        .toList());
        return 0;
    }

    /** Returns the options of the command line. */
    SearchOptions options() {
        return SearchOptions.of(
                data,
                log,
                kind,
                settings,
                seed,
                EnsembleConfig.likeShipped(EnsembleConfig.SHIPPED_NETS, epochs, rounds, seed, 1));
    }
}
