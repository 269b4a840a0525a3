package org.vigie.training.command.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.command.imputation.TrainImputerCommand;
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

    @Option(names = "--folds", required = true, paramLabel = "FILE", description = "Fold of each stay: RecordID,fold.")
    Path folds = Path.of("");

    @Option(
            names = "--imputer",
            paramLabel = "DIR",
            description = "Folder of an imputer (default: ${DEFAULT-VALUE}, which learnt from set B).")
    Path imputer = Path.of(TrainImputerCommand.MODELS, "1");

    @Mixin
    TreeComparisonOptions comparison = new TreeComparisonOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        List<FeatureGain> gains = new FeatureGainRun(
                        data,
                        comparison.set,
                        folds,
                        imputer,
                        comparison.trees(),
                        comparison.bootstrap(),
                        json.progress())
                .run();
        String text = gains.stream().map(FeatureGain::text).collect(Collectors.joining("\n"));
        json.print(spec.commandLine().getOut(), text, gains);
        return CommandRunner.DONE;
    }
}
