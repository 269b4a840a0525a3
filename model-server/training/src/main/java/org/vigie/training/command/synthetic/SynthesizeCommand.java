package org.vigie.training.command.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.training.synthetic.SynthesisMethod;
import org.vigie.training.synthetic.SyntheticFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes synthetic stays: {@code ./vigie synthesize}. */
@Command(
        name = "synthesize",
        description = {
            "Makes synthetic stays out of half of the recorded stays of a set. The other half stays unused, to measure"
                    + " privacy.",
            "DIR/shared holds the stays, DIR/private what must not be shared. Run ./vigie evaluate synthetic before"
                    + " you share anything (docs/models/synthetic.md)."
        })
public final class SynthesizeCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder of PhysioNet-2012 or of ./vigie extract.")
    Path data = Path.of("");

    @Option(names = "--set", paramLabel = "a", description = "Letter of the set (default: ${DEFAULT-VALUE}).")
    String set = "a";

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    SynthesisMethod method = SynthesisMethod.SMOTE;

    @Option(
            names = "--stays",
            paramLabel = "N",
            description = "Synthetic stays; as many of them die as of the recorded ones (default: ${DEFAULT-VALUE}).")
    int stays = 1000;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the synthesis.")
    Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same stays, of gan if --steps ends the training"
                    + " (default: ${DEFAULT-VALUE}).")
    long seed = 2012;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Longest training of the network of gan, such as 20m (default: ${DEFAULT-VALUE}).")
    Duration budget = Duration.ofMinutes(20);

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Most steps of that training; an end by steps gives the same network again (default: no limit).")
    int steps = Integer.MAX_VALUE;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        if (stays < 2) {
            throw new IllegalArgumentException("--stays: must be at least 2, was " + stays);
        }
        SynthesisPlan plan = new SynthesisPlan(data.toString(), set, method, stays, seed, budget.toSeconds(), steps);
        SynthesisRun.SynthesisSummary answer = new SynthesisRun(plan, json.progress()).run(new SyntheticFolder(out));
        json.print(spec.commandLine().getOut(), answer.text(), answer);
        return CommandRunner.DONE;
    }
}
