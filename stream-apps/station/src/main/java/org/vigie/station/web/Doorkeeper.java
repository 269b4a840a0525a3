package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Set;

/**
 * What every answer carries and which requests get none. No script or style but the page's own files, no frame, no other origin; on
 * loopback only requests that name loopback (a rebound foreign name is refused).
 */
final class Doorkeeper {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final boolean loopbackOnly;

    Doorkeeper(String host) {
        loopbackOnly = LOOPBACK.contains(host) || "::1".equals(host);
    }

    void check(Context request) {
        request.header("Content-Security-Policy", CONTENT);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
        if (loopbackOnly && !LOOPBACK.contains(name(request.host()))) {
            throw new ForbiddenResponse("host: must be 127.0.0.1 or localhost");
        }
    }

    private static String name(String host) {
        return host == null ? "" : host.replaceFirst(":\\d+$", "");
    }
}
