package org.vigie.access.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vigie.access.AccessOperation;
import org.vigie.access.Principal;
import org.vigie.access.audit.CommandAudit;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.login.PrivateFile;
import org.vigie.platform.config.KafkaConnectionConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the options with which a command proves who reads a ward. */
public final class AccessOptions {
    private static final Path LOCAL = Path.of("data", "access");

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "API token of who reads (default: the variable VIGIE_TOKEN; your own ward needs none).")
    Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--access",
            paramLabel = "DIR",
            description = "Folder with the log-in of the ward (default: VIGIE_ACCESS_DIRECTORY, else data/access).")
    Optional<Path> directory = Optional.empty();

    @Option(
            names = "--station",
            paramLabel = "URL",
            description = "Page of the ward, which is asked about the token in place of the folder.")
    Optional<URI> station = Optional.empty();

    /**
     * Finds who asks for the right that the command needs. What is decided goes to the audit trail of the ward.
     *
     * @param err tells the user that an event was lost
     * @param environment variables of the command
     * @throws IllegalArgumentException when the file of the token does not fit
     * @throws IllegalStateException when the station gives no answer, or the list of commands names no right of this one
     */
    public CommandAccess to(KafkaConnectionConfig ward, PrintWriter err, Map<String, String> environment) {
        return new CommandAccess(right(), asker(ward, environment), new CommandAudit(ward, err));
    }

    private AccessOperation right() {
        String name = command.qualifiedName();
        return CommandRights.standard()
                .right(name)
                .orElseThrow(() -> new IllegalStateException("command-rights.csv names no right of '" + name + "'"));
    }

    CommandAsker asker(KafkaConnectionConfig ward, Map<String, String> environment) {
        String account = System.getProperty("user.name", "");
        Path folder = directory.orElseGet(() -> Optional.ofNullable(environment.get("VIGIE_ACCESS_DIRECTORY"))
                .map(Path::of)
                .orElse(LOCAL));
        var logIn = new WardLogIn(ward, folder, environment.getOrDefault("VIGIE_ACCESS_OIDC_ISSUER", ""), account);
        return CommandAsker.of(
                Principal.account(account), token(environment), logIn.tokenReason(), proof(ward, folder));
    }

    private TokenProof proof(KafkaConnectionConfig ward, Path folder) {
        return station.<TokenProof>map(page -> new StationTokens(page, ward.registryTls()))
                .orElse(token -> new ApiTokens(folder.resolve("tokens")).principal("Bearer " + token));
    }

    private Optional<String> token(Map<String, String> environment) {
        return tokenFile
                .map(AccessOptions::read)
                .or(() -> Optional.ofNullable(environment.get("VIGIE_TOKEN")))
                .map(String::strip)
                .filter(token -> !token.isEmpty());
    }

    /** Returns the first word of the file, which may be a file of the folder of tokens. */
    private static String read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "--token-file: must be a file with an API token, but there is no " + file);
        }
        return new PrivateFile(file).read().orElse("").strip().split("\\s+", 2)[0];
    }
}
