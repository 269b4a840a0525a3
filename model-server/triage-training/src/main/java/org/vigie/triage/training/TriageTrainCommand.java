package org.vigie.triage.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.triage.model.TriageModelCard;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cross-validates, trains, and writes the model, its card and its report: {@code ./vigie triage train}. */
@Command(
        name = "train",
        description =
                "Trains a model on KTAS visits, cross-validates it and writes triage-ktas/<version>/ and triage.md.")
final class TriageTrainCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with ktas/ktas-dev.csv and, for the second set, mimic-iv-ed-demo/ed/.")
    Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to which the model is written.")
    Path out;

    @Option(names = "--version", paramLabel = "N", description = "The model's version (default: ${DEFAULT-VALUE}).")
    String version = "1";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same model (default: ${DEFAULT-VALUE}).")
    long seed = 2019;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "How often the five folds are drawn anew for the report (default: ${DEFAULT-VALUE}).")
    int repeats = 5;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        if (repeats < 1) {
            throw new IllegalArgumentException("--repeats: must be at least 1, was " + repeats);
        }
        CommandLine line = spec.commandLine();
        TriageModelCard card = new TriageTrainingRun(
                        data, out, version, seed, repeats, json.progress(line.getOut(), line.getErr()))
                .run();
        json.print(line.getOut(), card);
        return 0;
    }
}
