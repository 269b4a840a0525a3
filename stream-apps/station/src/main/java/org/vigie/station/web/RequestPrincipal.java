package org.vigie.station.web;

import io.javalin.http.Context;
import java.util.Objects;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.station.login.RequestCredentials;
import org.vigie.station.ward.WardReader;

/**
 * Holds who asks, as the access filter found it.
 *
 * @param scope units that the principal may see now
 */
record RequestPrincipal(Principal who, UnitScope scope, RequestCredentials credentials) {
    static final String KEY = "vigie.principal";

    /** @throws NullPointerException on a route without the access filter: it then answers nothing */
    static RequestPrincipal of(Context request) {
        return Objects.requireNonNull(request.attribute(KEY), "no principal");
    }

    /**
     * Returns a key under which open streams are counted: the session, else the user. The users of a proxy share its token, so that the token
     * itself is no key. It is no secret outside this process.
     */
    String viewer() {
        return credentials.session().isEmpty() ? who.subject() : credentials.session();
    }

    WardReader reader() {
        return WardReader.of(who, scope);
    }
}
