package org.vigie.training.command.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.command.imputation.TrainImputerCommand;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what further features add to boosted trees: {@code ./vigie evaluate features}. */
@Command(
        name = "features",
        description = {
            "Cross-validates boosted trees with the features of the shipped trees, with 18 features of each series,",
            "and with features of imputed values, and prints AUROC and AUPRC with and without them."
        })
public final class EvaluateFeaturesCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of PhysioNet-2012.")
    Path data = Path.of("");

    @Option(names = "--set", paramLabel = "a", description = "Letter of the set (default: ${DEFAULT-VALUE}).")
    String set = "a";

    @Option(names = "--folds", required = true, paramLabel = "FILE", description = "Fold of each stay: RecordID,fold.")
    Path folds = Path.of("");

    @Option(
            names = "--imputer",
            paramLabel = "DIR",
            description = "Folder of an imputer (default: ${DEFAULT-VALUE}, which learnt from set B).")
    Path imputer = Path.of(TrainImputerCommand.MODELS, "1");

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of the trees (default: ${DEFAULT-VALUE}).")
    int rounds = BoostedTreesConfig.defaults().rounds();

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "Resamples of the bootstrap (default: ${DEFAULT-VALUE}).")
    int resamples = 1000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
    long seed = 2012;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        List<FeatureGain> gains = new FeatureGainRun(
                        data,
                        set,
                        folds,
                        imputer,
                        BoostedTreesConfig.defaults().with(rounds, seed),
                        new BootstrapEstimator(resamples, seed),
                        json.progress())
                .run();
        String text = gains.stream().map(FeatureGain::text).collect(Collectors.joining("\n"));
        json.print(spec.commandLine().getOut(), text, gains);
        return CommandRunner.DONE;
    }
}
