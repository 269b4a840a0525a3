package org.vigie.training.command.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.training.cohort.StayFileLines;
import org.vigie.training.command.predict.ModelFolderOption;
import org.vigie.training.command.predict.PredictionRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Traces an input of a model back to the rows of a stay: {@code ./vigie recipe rows}. */
@Command(
        name = "rows",
        description = "Shows which rows of a stay made one input of a model, and which of them the cleaning left out.")
public final class RecipeRowsCommand implements Callable<Integer> {
    private static final int LAST_HOUR = 47;

    @Spec
    CommandSpec spec;

    @Mixin
    ModelFolderOption model = new ModelFolderOption();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder of PhysioNet-2012 or of ./vigie extract.")
    Path data = Path.of("");

    @Option(names = "--set", paramLabel = "a", description = "Letter of the set (default: ${DEFAULT-VALUE}).")
    String set = "a";

    @Option(names = "--stay", required = true, paramLabel = "ID", description = "RecordID of the stay.")
    int stay;

    @Option(names = "--variable", required = true, paramLabel = "NAME", description = "A series: hr, lactate.")
    String variable = "";

    @Option(names = "--hour", required = true, paramLabel = "N", description = "Hour of the stay, 0 to 47.")
    int hour;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("--hour: must lie in 0.." + LAST_HOUR + ", was " + hour);
        }
        Variable series = VariableCatalogue.standard()
                .find(variable)
                .filter(found -> found.series().isPresent())
                .orElseThrow(() -> new IllegalArgumentException(
                        "--variable: must be a series of a window, such as hr, was '" + variable + "'"));
        StayFileLines file = new StayFileLines(PredictionRun.setIn(data, set), stay);
        CellRows rows = CellRows.of(model.folder(), file, series, hour);
        json.print(spec.commandLine().getOut(), rows.text(), rows);
        return CommandRunner.DONE;
    }
}
