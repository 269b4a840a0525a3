package org.vigie.bench.code;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.vigie.bench.JsonOption;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures names, sizes, Javadoc and tests of the source code: {@code ./vigie bench code}. */
@Command(
        name = "code",
        description = {
            "Measures the source code: names, sizes, Javadoc, tests per module (docs/code.md).",
            "Prints ten Javadocs too, drawn by the seed, for a reader to judge."
        })
public final class CodeBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The checkout (default: the working directory; ./vigie goes to its own).")
    Path root = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Which Javadocs are drawn (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--check", description = "Ends with exit code 1 when a bound does not hold.")
    boolean check;

    @Option(names = "--write-docs", description = "Writes the tables into docs/code.md.")
    boolean writeDocs;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Path checkout = root.toAbsolutePath().normalize();
        SourceTree tree = SourceTree.under(checkout);
        CodeReport report = new CodeMeasurement(tree, MainCode.of(tree)).report(seed);
        var line = spec.commandLine();
        json.write(new CodeReportText(report, seed).toString(), report.json(), line.getOut(), line.getErr());
        if (writeDocs) {
            CodePage.in(checkout).write(report, LocalDate.now(ZoneOffset.UTC));
        }
        return check && !report.broken().isEmpty() ? CommandRunner.NO : CommandRunner.DONE;
    }
}
