package org.vigie.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An experiment: boosted trees on simple features, cross-validated on set A and measured on set B. Writes reports, no bundle. */
@Command(
        name = "trees",
        description = "Boosted trees on simple features: an experiment that writes reports, no bundle.")
public final class TreesCommand implements Callable<Integer> {
    private static final BoostedTreesConfig DEFAULTS = BoostedTreesConfig.defaults();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder of PhysioNet-2012 and its folds.")
    Path data = Path.of("");

    @Option(names = "--report", required = true, paramLabel = "DIR", description = "Folder of the two reports.")
    Path report = Path.of("");

    @Option(names = "--rounds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    int rounds = DEFAULTS.rounds();

    @Option(names = "--rate", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
    double rate = DEFAULTS.rate();

    @Option(names = "--depth", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    int depth = DEFAULTS.depth();

    @Option(names = "--child-weight", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
    double childWeight = DEFAULTS.childWeight();

    @Option(names = "--rows", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
    double rows = DEFAULTS.rows();

    @Option(names = "--columns", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
    double columns = DEFAULTS.columns();

    @Option(names = "--ridge", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
    double ridge = DEFAULTS.ridge();

    @Option(names = "--partial", paramLabel = "X", description = "Default: ${DEFAULT-VALUE}.")
    double partial = DEFAULTS.partial();

    @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    long seed = DEFAULTS.seed();

    @Option(names = "--threads", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    int threads = DEFAULTS.threads();

    public static void main(String[] arguments) {
        System.exit(CommandRunner.run(new TreesCommand(), arguments));
    }

    @Override
    public Integer call() throws IOException {
        new TreesRun(options(), System.out).run();
        return 0;
    }

    /** What was asked. */
    TreesOptions options() {
        return new TreesOptions(
                data,
                report,
                new BoostedTreesConfig(rounds, rate, depth, childWeight, rows, columns, ridge, partial, seed, threads));
    }
}
