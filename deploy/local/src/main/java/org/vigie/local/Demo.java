package org.vigie.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vigie demo}: starts a whole ward on this machine and runs until Ctrl-C, or for a while and reports. */
@Command(
        name = "vigie demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts a whole ward on this machine, on loopback only. Ctrl-C stops it; its data stay and it goes on from there.")
public final class Demo implements Callable<Integer> {
    private static final int STARTED_AND_REPORTED = 0;
    private static final int NOT_CONSERVED = 1;
    private static final int CANNOT_START = 2;

    @Option(names = "--beds", paramLabel = "N", description = "Beds of the unit (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(names = "--recordings", paramLabel = "DIR", description = "Plays the real recordings under DIR on some of the beds.")
    Optional<Path> recordings = Optional.empty();

    @Option(names = "--speed", paramLabel = "X", description = "Plays the past X times faster than it was (default: live).")
    double speed = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulated patients (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(names = "--scripts", paramLabel = "NAME", description = "What happens to the simulated patients: demo, quiet (default: ${DEFAULT-VALUE}).")
    String scripts = "demo";

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the data live (default: ${DEFAULT-VALUE}).")
    Path dataDir = Path.of("data");

    @Option(names = "--model-dir", paramLabel = "DIR", description = "Models to serve (default: ${DEFAULT-VALUE}).")
    Path modelDir = Path.of("model-server/models");

    @Option(names = "--port", paramLabel = "N", description = "Port of the page; the other parts take the next eight (default: ${DEFAULT-VALUE}).")
    int port = Ports.DEFAULT_FIRST;

    @Option(names = "--headless", description = "Prints no invitation to open the page; for machines without a browser.")
    boolean headless;

    @Option(names = "--for", paramLabel = "TIME", converter = TimeConverter.class, description = "Ends by itself after TIME live: 90s, 5m, 1h.")
    Optional<Duration> runFor = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes what was counted as JSON when it ends.")
    Optional<Path> report = Optional.empty();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo())
                .setExecutionExceptionHandler(Demo::explain)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var ward = Ward.start(this, new Console(System.out))) {
            if (!headless) {
                ward.invite();
            }
            if (runFor.isEmpty()) {
                ward.awaitStop();
                return STARTED_AND_REPORTED;
            }
            Report counted = ward.runAndCount(runFor.get());
            if (report.isPresent()) {
                counted.write(report.get());
            }
            counted.print(System.out);
            return counted.conserved() ? STARTED_AND_REPORTED : NOT_CONSERVED;
        }
    }

    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (problem instanceof CannotStart) {
            command.getErr().println("vigie: " + problem.getMessage());
            return CANNOT_START;
        }
        throw problem;
    }

    /** {@code 90s}, {@code 5m}, {@code 1h}, or ISO-8601. */
    static final class TimeConverter implements CommandLine.ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse(text.matches("\\d+[smh]") ? "PT" + text : text);
            } catch (java.time.format.DateTimeParseException e) {
                throw new CommandLine.TypeConversionException("must be a time such as 90s, 5m or 1h, was '" + text + "'");
            }
        }
    }
}
