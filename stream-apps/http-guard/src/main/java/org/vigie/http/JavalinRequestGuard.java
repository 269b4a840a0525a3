package org.vigie.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Collections;
import java.util.Map;

/** Applies the request guard to every request of a Javalin server. */
public final class JavalinRequestGuard implements Handler {
    private final RequestGuard guard;

    public JavalinRequestGuard(RequestGuard guard) {
        this.guard = guard;
    }

    /** @throws HttpResponseException when the request is refused */
    @Override
    public void handle(Context request) {
        guard.refusal(head(request)).ifPresent(refusal -> {
            throw new HttpResponseException(refusal.status(), refusal.reason(), Map.of());
        });
    }

    private static RequestHead head(Context request) {
        var servlet = request.req();
        return new RequestHead(
                servlet.getMethod(),
                // Jetty itself refuses a target in absolute form that names another host than the header.
                servlet.getRequestURI(),
                servlet.getLocalPort(),
                name -> Collections.list(servlet.getHeaders(name)));
    }
}
