package org.vigie.platform.monitoring;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;
import org.vigie.http.RequestHead;

/** Refuses requests of foreign hosts and pages before they reach a path. */
final class MonitoringGuardFilter extends Filter {
    private final RequestGuard guard;

    MonitoringGuardFilter(RequestGuard guard) {
        this.guard = guard;
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Optional<RefusedRequest> refusal = guard.refusal(new RequestHead(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getLocalAddress().getPort(),
                exchange.getRequestHeaders()::get));
        if (refusal.isEmpty()) {
            chain.doFilter(exchange);
        } else {
            refuse(exchange, refusal.get());
        }
    }

    private static void refuse(HttpExchange exchange, RefusedRequest refusal) throws IOException {
        try (exchange) {
            byte[] reason = refusal.reason().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refusal.status(), reason.length);
            exchange.getResponseBody().write(reason);
        }
    }

    @Override
    public String description() {
        return "refuses foreign hosts and pages";
    }
}
