package org.vigie.cluster.flink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as the REST interface of a Flink cluster does, with what a test says. The last answer of a path is repeated. */
final class ScriptedFlink implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<ScriptedReply>> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Holds one answer. */
    private record ScriptedReply(int status, String body) {}

    ScriptedFlink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Adds an answer to a request such as {@code GET /jobs/overview}. */
    ScriptedFlink on(String request, int status, String body) {
        replies.computeIfAbsent(request, unused -> new ArrayDeque<>()).add(new ScriptedReply(status, body));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the requests with their bodies, in the order of their arrival. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add((request + " " + body).strip());
            Deque<ScriptedReply> scripted =
                    replies.getOrDefault(request, new ArrayDeque<>(List.of(new ScriptedReply(404, "no " + request))));
            ScriptedReply reply = scripted.size() > 1 ? scripted.remove() : scripted.element();
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
