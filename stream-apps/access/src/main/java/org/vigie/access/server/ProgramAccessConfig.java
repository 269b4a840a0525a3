package org.vigie.access.server;

import java.nio.file.Path;

/**
 * Configures which programs a server answers.
 *
 * @param tokens folder of the API tokens, one file for each program
 * @param token further token of a program with the role {@code service}; empty: the server makes the token {@code ward} in the folder
 */
public record ProgramAccessConfig(Path tokens, String token) {
    private static final int SHORTEST = 16;

    /** @throws IllegalArgumentException when the token is too short */
    public ProgramAccessConfig {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "access.token: must be at least " + SHORTEST + " characters, was shorter");
        }
        tokens = tokens.toAbsolutePath();
    }

    public static ProgramAccessConfig defaults() {
        return in(Path.of("data", "access"));
    }

    /** Returns the access by the tokens of a ward's folder of secrets. */
    public static ProgramAccessConfig in(Path secrets) {
        return new ProgramAccessConfig(secrets.resolve("tokens"), "");
    }
}
