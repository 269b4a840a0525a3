package org.vigie.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one app alone, from its own configuration file, against any broker: {@code ./vigie run}. */
@Command(
        name = "run",
        description = {
            "Runs one app alone, from its own configuration file, against any broker.",
            "An environment variable overrides the key of the same path: VIGIE_KAFKA_BOOTSTRAP_SERVERS overrides kafka.bootstrapServers."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "APP",
            arity = "0..1",
            completionCandidates = AppNames.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    Optional<String> name = Optional.empty();

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description = "Its configuration (default: the defaults; examples lie in each app's config folder).")
    Optional<Path> file = Optional.empty();

    @Option(names = "--list", description = "Prints the apps and what each does, and runs none.")
    boolean list;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    /** Lists the names of the apps for shell completion and help. */
    static final class AppNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RunnableApp.names().iterator();
        }
    }

    /** Holds the answer of {@code --list}. */
    record AppListing(String name, String description) {}

    @Override
    public Integer call() throws Exception {
        if (list) {
            printApps();
        } else {
            app().start(file.map(Path::toString).stream().toArray(String[]::new));
        }
        return CommandRunner.DONE;
    }

    private void printApps() {
        List<AppListing> apps = Arrays.stream(RunnableApp.values())
                .map(app -> new AppListing(app.word(), app.description()))
                .toList();
        String text = apps.stream()
                .map(app -> "%-20s %s".formatted(app.name(), app.description()))
                .collect(Collectors.joining("\n"));
        json.print(spec.commandLine().getOut(), text, apps);
    }

    private RunnableApp app() {
        String expected = "expected one of: " + String.join(", ", RunnableApp.names());
        String word = name.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required parameter: APP, " + expected));
        return RunnableApp.of(word)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "unknown app '" + word + "', " + expected));
    }
}
