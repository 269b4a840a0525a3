package org.vigie.station.web;

import io.javalin.http.Context;

/** What every answer carries: no script or style but the page's own files, no frame, no other origin. */
final class SecurityHeaders {
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void set(Context request) {
        request.header("Content-Security-Policy", CONTENT);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
    }
}
