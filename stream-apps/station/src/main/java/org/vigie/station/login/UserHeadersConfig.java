package org.vigie.station.login;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/**
 * Configures the headers in which a proxy with a log-in names the user. They count only in a request that carries the proxy's API token.
 *
 * @param nameHeader header with the user's name; empty without a proxy
 * @param roleHeader header with the user's role; empty without a proxy
 */
public record UserHeadersConfig(String nameHeader, String roleHeader) {
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
     * Returns the user that the proxy names; empty when a header is missing or names no role.
     *
     * @param header value of a request's header, null when it has none
     */
    Optional<Principal> principal(Function<String, String> header) {
        String name = header.apply(nameHeader);
        Optional<AccessRole> role =
                Optional.ofNullable(header.apply(roleHeader)).flatMap(AccessRole::named);
        try {
            return name == null
                    ? Optional.empty()
                    : role.map(known -> new Principal(name, name, Set.of(known), UnitScope.everyUnit()));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
