package org.vigie.access.login;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.access.audit.CommandAudit;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    private final BiFunction<KafkaConnectionConfig, PrintWriter, AuditTrail> trail;

    /** Creates the command, which records in the trail of the ward. */
    public TokenCommand() {
        this(CommandAudit::new);
    }

    /** @param trail makes the trail that takes the event */
    TokenCommand(BiFunction<KafkaConnectionConfig, PrintWriter, AuditTrail> trail) {
        this.trail = trail;
    }

    /** @throws IllegalArgumentException when the name or the role does not fit */
    @Override
    public Integer call() {
        AccessRole known = AccessRole.named(role)
                .orElseThrow(() -> new IllegalArgumentException("--role: must be one of "
                        + Arrays.stream(AccessRole.values())
                                .map(AccessRole::word)
                                .toList() + ", was '" + role + "'"));
        var program = Principal.of(name, known, new UnitScope(units));
        boolean isKept = Files.exists(folder.resolve(program.name()));
        SecretText token = new ApiTokens(folder).own(program.name(), known, program.units());
        record(program, isKept);
        spec.commandLine().getOut().println(token.reveal());
        return CommandRunner.DONE;
    }

    private void record(Principal program, boolean isKept) {
        String detail = isKept
                ? "token of " + program.name() + " in " + folder + ": printed again"
                : "token of %s in %s: made, with the role %s and the units %s"
                        .formatted(program.name(), folder, role, new TreeSet<>(units));
        var account = Principal.account(System.getProperty("user.name", ""));
        var attempt = AccessAttempt.of(account, AccessOperation.CHANGE_CONFIGURATION, detail);
        try (AuditTrail audit = trail.apply(kafka.config(), spec.commandLine().getErr())) {
            audit.record(new AuditedAccess(attempt, AccessDecision.PERMITTED));
        }
    }
}
