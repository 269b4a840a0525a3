package org.vigie.access.login;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the command {@code ./vigie token}, which makes and prints the API token of a program. */
@Command(
        name = "token",
        description = {
            "Prints the API token of a program, and makes it when there is none.",
            "The servers of the ward on this machine accept it at once. To withdraw it, delete its file."
        })
public final class TokenCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Name of the program; the audit trail shows it.")
    String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "Role of a new token: service, analyst, integrator, admin, or physician, charge-nurse or nurse for a"
                            + " person who uses commands (default: ${DEFAULT-VALUE}).")
    String role = AccessRole.SERVICE.word();

    @Option(
            names = "--units",
            split = ",",
            paramLabel = "UNIT",
            description = "Units that a new token may see, separated by commas (default: every unit).")
    Set<String> units = UnitScope.everyUnit().units();

    @Option(names = "--folder", paramLabel = "DIR", description = "Folder of the tokens (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("data", "access", "tokens");

    /** @throws IllegalArgumentException when the name or the role does not fit */
    @Override
    public Integer call() {
        AccessRole known = AccessRole.named(role)
                .orElseThrow(() -> new IllegalArgumentException("--role: must be one of "
                        + Arrays.stream(AccessRole.values())
                                .map(AccessRole::word)
                                .toList() + ", was '" + role + "'"));
        var program = Principal.of(name, known, new UnitScope(units));
        SecretText token = new ApiTokens(folder).own(program.name(), known, program.units());
        spec.commandLine().getOut().println(token.reveal());
        return CommandRunner.DONE;
    }
}
