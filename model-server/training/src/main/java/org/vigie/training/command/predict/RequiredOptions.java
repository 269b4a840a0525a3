package org.vigie.training.command.predict;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Checks the required options of a command that has subcommands. Picocli would ask for them before a subcommand too.
 *
 * @param spec the command
 */
public record RequiredOptions(CommandSpec spec) {
    /**
     * Returns the given value.
     *
     * @param option as in the help: {@code --data=DIR}
     * @throws ParameterException when the option is missing
     */
    public <T> T value(Optional<T> given, String option) {
        return given.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required option: '" + option + "'"));
    }
}
