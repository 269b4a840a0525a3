package org.vigie.registry;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.IOException;
import java.util.Optional;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;
import org.vigie.http.RequestHead;

/** Applies the request guard to every request to the registry. */
final class RegistryGuardFilter extends Filter {
    private final RequestGuard guard = RequestGuard.loopback();

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

    private static void refuse(HttpExchange exchange, RefusedRequest refused) throws IOException {
        try (exchange) {
            RegistryHttpHandler.send(exchange, refused.status(), new ErrorMessage(refused.status(), refused.reason()));
        }
    }

    @Override
    public String description() {
        return "refuses foreign hosts and pages";
    }
}
