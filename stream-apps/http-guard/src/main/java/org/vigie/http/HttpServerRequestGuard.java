package org.vigie.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** Applies a request guard to the JDK's HTTP server: a refused request reaches no handler. */
public final class HttpServerRequestGuard extends Filter {
    private final RequestGuard guard;
    private final RefusalWriter answer;

    /** Writes the answer to a refused request. */
    public interface RefusalWriter {
        /** Answers with the status and the reason of the refusal; the exchange is closed afterwards. */
        void write(HttpExchange exchange, RefusedRequest refusal) throws IOException;
    }

    public HttpServerRequestGuard(RequestGuard guard, RefusalWriter answer) {
        this.guard = guard;
        this.answer = answer;
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

    private void refuse(HttpExchange exchange, RefusedRequest refusal) throws IOException {
        try (exchange) {
            answer.write(exchange, refusal);
        }
    }

    @Override
    public String description() {
        return "refuses foreign hosts and pages";
    }
}
