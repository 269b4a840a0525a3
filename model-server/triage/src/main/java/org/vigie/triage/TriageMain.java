package org.vigie.triage;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./vigie triage}. Exit 0 when done, 2 when asked wrongly, 1 when the data or the model do not allow it. */
@Command(
        name = "vigie triage",
        mixinStandardHelpOptions = true,
        subcommands = {TrainCommand.class, PredictCommand.class},
        description = "A triage model's second look at visits. Not for diagnosis.")
public final class TriageMain {
    private static final int ASKED_WRONGLY = 2;
    private static final int NOT_POSSIBLE = 1;

    private TriageMain() {}

    static CommandLine commandLine() {
        return new CommandLine(new TriageMain())
                .setExitCodeExceptionMapper(TriageMain::exitCode)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println("triage: " + e.getMessage());
                    return line.getExitCodeExceptionMapper().getExitCode(e);
                });
    }

    private static int exitCode(Throwable why) {
        boolean wrongly = why instanceof IllegalArgumentException || why instanceof CommandLine.ParameterException;
        return wrongly ? ASKED_WRONGLY : NOT_POSSIBLE;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
