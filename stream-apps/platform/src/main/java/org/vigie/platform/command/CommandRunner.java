package org.vigie.platform.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * Runs picocli commands the way every command of Vigie runs: results go to standard output and errors, one sentence each, to standard
 * error; an unknown option is refused with a suggestion.
 */
public final class CommandRunner {
    /** Exit code of a command that did what it was asked. */
    public static final int DONE = 0;

    /** Exit code when the answer is no: a broken ledger, a report that is not conserved, a file among many that is wrong. */
    public static final int NO = 1;

    /** Exit code when the command could not do its work: asked wrongly, no broker, no such file. */
    public static final int COULD_NOT = 2;

    private static final int WIDTH = 110;

    /** What only a fault of the program throws: its stack trace is shown. */
    private static final List<Class<? extends Throwable>> FAULTS = List.of(
            Error.class,
            NullPointerException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            UnsupportedOperationException.class);

    private CommandRunner() {}

    /** Wraps an annotated command, with standard output and standard error in UTF-8. */
    public static CommandLine of(Object command) {
        return of(command, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    /** Wraps an annotated command that writes to {@code out} and {@code err}. */
    public static CommandLine of(Object command, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(command);
        addHelp(line);
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpWidth(WIDTH);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(ZoneId.class, CommandRunner::zone);
        line.registerConverter(Duration.class, new DurationConverter());
        line.setParameterExceptionHandler(CommandRunner::explainUsage);
        line.setExecutionExceptionHandler(CommandRunner::explain);
        return line;
    }

    /**
     * Sets the options of a command without running it.
     *
     * @throws ParameterException when asked wrongly
     */
    public static <T> T parsed(T command, String... arguments) {
        of(command).parseArgs(arguments);
        return command;
    }

    /** Parses, runs, flushes and returns the exit code. */
    public static int run(Object command, String... arguments) {
        CommandLine line = of(command);
        int code = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return code;
    }

    private static void addHelp(CommandLine line) {
        if (!line.getCommandSpec().optionsMap().containsKey("--help")) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Shows this help and exits.")
                            .build());
        }
        line.getSubcommands().values().forEach(CommandRunner::addHelp);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be a time zone like Europe/Paris, was '" + name + "'");
        }
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                descriptor == FileDescriptor.err);
    }

    private static int explainUsage(ParameterException problem, String... arguments) {
        problem.getCommandLine().getErr().println(new UsageErrorText(problem));
        return COULD_NOT;
    }

    private static int explain(Exception problem, CommandLine line, ParseResult parsed) {
        Throwable cause = cause(problem);
        line.getOut().flush();
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + new FailureText(cause));
        if (FAULTS.stream().anyMatch(fault -> fault.isInstance(cause))) {
            cause.printStackTrace(line.getErr());
        }
        return COULD_NOT;
    }

    private static Throwable cause(Throwable problem) {
        boolean wraps = problem instanceof CompletionException || problem instanceof ExecutionException;
        return wraps && problem.getCause() != null ? cause(problem.getCause()) : problem;
    }
}
