package org.vigie.training.command.imputation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates an imputer on hidden cells: {@code ./vigie evaluate imputation}. */
@Command(
        name = "imputation",
        description = {
            "Imputes the hidden cells of a set with each imputer and prints the mean absolute error.",
            "Errors are in standard deviations of each variable, from the visible cells of the other folds."
        })
public final class EvaluateImputationCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of PhysioNet-2012.")
    Path data = Path.of("");

    @Option(names = "--set", paramLabel = "a", description = "Letter of the set (default: ${DEFAULT-VALUE}).")
    String set = "a";

    @Option(
            names = "--mask",
            required = true,
            paramLabel = "FILE",
            description = "Hidden cells: RecordID,hour,variable,value; may be packed with gzip.")
    Path mask = Path.of("");

    @Option(
            names = "--folds",
            required = true,
            paramLabel = "FILE",
            description = "Fold of each stay: RecordID,fold; other stays are left out.")
    Path folds = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of an imputer (default: ${DEFAULT-VALUE}, which learnt from set B).")
    Path model = Path.of(TrainImputerCommand.MODELS, "1");

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        ImputationAnswer answer = new ImputationEvaluationRun(data, set, mask, folds, model, json.progress()).run();
        json.print(spec.commandLine().getOut(), answer.text(), answer);
        return CommandRunner.DONE;
    }
}
