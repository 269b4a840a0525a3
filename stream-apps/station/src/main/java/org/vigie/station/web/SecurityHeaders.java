package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Sets the headers of every response: scripts and styles only from this origin, no frames, no cache. */
final class SecurityHeaders implements Handler {
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String A_YEAR = "max-age=31536000";

    private final boolean isHttps;

    /** @param isHttps whether browsers must use HTTPS from now on */
    SecurityHeaders(boolean isHttps) {
        this.isHttps = isHttps;
    }

    @Override
    public void handle(Context request) {
        request.header("Content-Security-Policy", CONTENT);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
        if (isHttps) {
            request.header("Strict-Transport-Security", A_YEAR);
        }
    }
}
