package org.vigie.station.command;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Configures how the station learns who sends a command.
 *
 * @param nameHeader header with the user's name from the proxy with the log-in; empty without one: then the name that the user typed counts,
 *     unchecked
 * @param roleHeader header with the user's role; empty without a log-in
 */
public record UserHeadersConfig(String nameHeader, String roleHeader) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    public UserHeadersConfig {
        if (nameHeader.isEmpty() != roleHeader.isEmpty()) {
            throw new IllegalArgumentException("users: nameHeader and roleHeader must be given both or neither, were '"
                    + nameHeader + "' and '" + roleHeader + "'");
        }
    }

    public static UserHeadersConfig defaults() {
        return new UserHeadersConfig("", "");
    }

    /** Returns whether a proxy with a log-in names the user. */
    public boolean hasLogin() {
        return !nameHeader.isEmpty();
    }

    /**
     * Returns the user that the log-in names.
     *
     * @param header value of a request's header, null when it has none
     * @throws IllegalArgumentException naming what is missing
     */
    public StationUser userOf(Function<String, String> header) {
        return new StationUser(checked("by", header.apply(nameHeader)), checked("role", header.apply(roleHeader)));
    }

    /**
     * @param header value of a request's header, null when it has none
     * @throws IllegalArgumentException naming what is missing
     */
    public StationUser userOf(Function<String, String> header, AlertCommandRequest form) {
        return hasLogin() ? userOf(header) : new StationUser(checked("by", form.by()), checked("role", form.role()));
    }

    private static String checked(String field, String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(field + ": must be 1 to 64 letters, digits or . _ @ -, was "
                    + (name == null ? "missing" : "'" + name + "'"));
        }
        return name;
    }
}
