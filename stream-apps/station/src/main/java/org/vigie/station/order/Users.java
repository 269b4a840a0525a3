package org.vigie.station.order;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How the station knows who asks.
 *
 * @param nameHeader header in which the proxy with the log-in says the user's name; empty when there is none: the page's own words count,
 *     and nobody has checked them
 * @param roleHeader header in which it says the role; empty when there is none
 */
public record Users(String nameHeader, String roleHeader) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    public Users {
        if (nameHeader.isEmpty() != roleHeader.isEmpty()) {
            throw new IllegalArgumentException("users: nameHeader and roleHeader must be given both or neither, were '"
                    + nameHeader + "' and '" + roleHeader + "'");
        }
    }

    public static Users defaults() {
        return new Users("", "");
    }

    /** Whether a proxy with a log-in says who asks. */
    public boolean loggedIn() {
        return !nameHeader.isEmpty();
    }

    /**
     * Whom the log-in names.
     *
     * @param header value of a request's header, null when it has none
     * @throws IllegalArgumentException naming what is missing
     */
    public User of(Function<String, String> header) {
        return new User(checked("by", header.apply(nameHeader)), checked("role", header.apply(roleHeader)));
    }

    /**
     * @param header value of a request's header, null when it has none
     * @throws IllegalArgumentException naming what is missing
     */
    public User of(Function<String, String> header, OrderForm form) {
        return loggedIn() ? of(header) : new User(checked("by", form.by()), checked("role", form.role()));
    }

    private static String checked(String field, String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(field + ": must be 1 to 64 letters, digits or . _ @ -, was "
                    + (name == null ? "missing" : "'" + name + "'"));
        }
        return name;
    }
}
