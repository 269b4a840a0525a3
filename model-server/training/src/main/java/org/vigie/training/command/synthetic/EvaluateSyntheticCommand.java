package org.vigie.training.command.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.command.synthetic.SyntheticEvaluationRun.SyntheticEvaluation;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.synthetic.SyntheticFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures privacy and utility of synthetic stays: {@code ./vigie evaluate synthetic}. */
@Command(
        name = "synthetic",
        description = {
            "Measures what synthetic stays reveal about the recorded ones, what they are worth, and what they add to"
                    + " training.",
            "Exit code 1 when they may not be shared: membership inference above .55, or a copied stay."
        })
public final class EvaluateSyntheticCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--report",
            required = true,
            paramLabel = "DIR",
            description = "Folder of ./vigie synthesize; the report and the data card are written there.")
    Path folder = Path.of("");

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of the trees (default: ${DEFAULT-VALUE}).")
    int rounds = BoostedTreesConfig.defaults().rounds();

    @Option(names = "--seed", paramLabel = "N", description = "Random seed (default: ${DEFAULT-VALUE}).")
    long seed = 2012;

    @Option(
            names = "--fold-budget",
            paramLabel = "TIME",
            description = "Longest training of the network of each fold of the rebalancing"
                    + " (default: a fifth of the budget of the synthesis).")
    Optional<Duration> foldBudget = Optional.empty();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        SyntheticEvaluation answer = new SyntheticEvaluationRun(
                        new SyntheticFolder(folder),
                        BoostedTreesConfig.defaults().with(rounds, seed),
                        foldBudget,
                        json.progress())
                .run();
        json.print(spec.commandLine().getOut(), new SyntheticDataCard(answer).text(), answer);
        return answer.privacy().mayBeShared() ? CommandRunner.DONE : CommandRunner.NO;
    }
}
