package org.vigie.station.login;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Configures the log-in of the station.
 *
 * @param directory keeps the secrets of this machine: the code of the one-time link, users with their PINs, API tokens, sessions
 * @param idleLock after this time without a command or a look at a patient a session shows the ward only, until the user gives the PIN
 * @param sessionEnd how long after its log-in a session ends; a wall screen's session does not end
 * @param publishedOnLoopback whether a container or a port-forward lets only its own machine reach the station, whatever {@code host} is
 * @param watchToken API token with which {@code alert-notifications} asks for the health; empty for none
 * @param oidc provider at which users log in; without one they use the one-time link and PINs, on loopback only
 */
public record StationAccessConfig(
        String directory,
        Duration idleLock,
        Duration sessionEnd,
        boolean publishedOnLoopback,
        String watchToken,
        OidcConfig oidc) {
    private static final int SHORTEST = 16;

    public StationAccessConfig {
        check("idleLock", idleLock);
        check("sessionEnd", sessionEnd);
        if (!watchToken.isEmpty() && watchToken.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "access.watchToken: must have " + SHORTEST + " characters or more, had " + watchToken.length());
        }
    }

    public static StationAccessConfig defaults() {
        return in(Path.of("data", "access"));
    }

    /** Returns the usual times with another directory. */
    public static StationAccessConfig in(Path directory) {
        return new StationAccessConfig(
                directory.toString(), Duration.ofMinutes(15), Duration.ofHours(12), false, "", OidcConfig.defaults());
    }

    /** Returns how long after its log-in a session ends about which the provider cannot be asked. */
    Duration uncheckedEnd() {
        Duration unchecked = oidc.uncheckedEnd();
        return unchecked.isZero() || unchecked.compareTo(sessionEnd) > 0 ? sessionEnd : unchecked;
    }

    /** Returns the configuration with users who log in at a provider. */
    public StationAccessConfig withOidc(OidcConfig provider) {
        return new StationAccessConfig(directory, idleLock, sessionEnd, publishedOnLoopback, watchToken, provider);
    }

    /** Returns the configuration with another token of {@code alert-notifications}. */
    public StationAccessConfig withWatchToken(String token) {
        return new StationAccessConfig(directory, idleLock, sessionEnd, publishedOnLoopback, token, oidc);
    }

    /** Returns the path of a file in the directory. */
    public Path file(String name) {
        return Path.of(directory).resolve(name);
    }

    /** Returns the files whose edits change who may log in, by the names under which the audit report shows them. */
    public Map<String, Path> secrets() {
        return Map.of("access/users.json", file("users.json"), "access/tokens", file("tokens"));
    }

    private static void check(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("access." + key + ": must be positive, was " + value);
        }
    }
}
