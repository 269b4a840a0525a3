package org.vigie.training.command.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts each stay of a set with a model: {@code ./vigie predict}. */
@Command(
        name = "predict",
        description = "Computes a model's predictions for each stay of a set in the format of PhysioNet-2012.")
public final class PredictCommand implements Callable<Integer> {
    @Mixin
    ModelFolderOption model = new ModelFolderOption();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "SET",
            description = "A folder of RecordID.txt, or a .tar.gz of one.")
    Path data = Path.of("");

    @Mixin
    HoursSeenOption hours = new HoursSeenOption();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The predictions, as CSV.")
    Path out = Path.of("");

    @Spec
    CommandSpec spec;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        PredictionRun.PredictionSummary answer = new PredictionRun(options(), json.progress()).run();
        json.print(spec.commandLine().getOut(), answer.text(), answer);
        return 0;
    }

    /** Returns the options of the command line. */
    PredictOptions options() {
        return new PredictOptions(model.folder(), data, hours.hoursSeen().hours(), out);
    }
}
