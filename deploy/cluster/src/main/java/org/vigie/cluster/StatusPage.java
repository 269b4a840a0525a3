package org.vigie.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.vigie.http.HttpServerTimes;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;
import org.vigie.http.RequestHead;

/**
 * Serves a page on loopback that shows each process of a cluster, and the same as JSON.
 *
 * <pre>
 * GET /              page, renewed every 2 s
 * GET /status.json   the processes
 * </pre>
 */
final class StatusPage implements AutoCloseable {
    private static final int DEFAULT_BACKLOG = 0;

    private final RequestGuard guard = RequestGuard.loopback();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;
    private final Map<String, Supplier<StatusReply>> pages;

    /** Holds one answer. */
    record StatusReply(String type, String body) {}

    private StatusPage(HttpServer server, Supplier<ClusterStatusReport> status) {
        this.server = server;
        this.pages = Map.of(
                "/",
                        () -> new StatusReply(
                                "text/html; charset=utf-8", status.get().html()),
                "/status.json",
                        () -> new StatusReply("application/json", status.get().json()));
    }

    /**
     * Starts the page.
     *
     * @param port 0 for any that is free
     * @param status observes the processes anew for each request
     * @throws IllegalStateException when the port is taken
     */
    static StatusPage start(int port, Supplier<ClusterStatusReport> status) {
        HttpServerTimes.OF_THE_WARD.set();
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var page = new StatusPage(HttpServer.create(address, DEFAULT_BACKLOG), status);
            page.server.createContext("/", page::answer);
            page.server.setExecutor(page.threads);
            page.server.start();
            return page;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port
                            + " for the status page is taken; stop what uses it or move all ports with --port-offset.",
                    e);
        }
    }

    /** Returns the address of the page. */
    URI address() {
        return URI.create(
                "http://" + ClusterConfig.LOOPBACK + ":" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<RefusedRequest> refusal = guard.refusal(new RequestHead(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getLocalAddress().getPort(),
                exchange.getRequestHeaders()::get));
        var page = pages.get(exchange.getRequestURI().getPath());
        if (refusal.isPresent()) {
            send(
                    exchange,
                    refusal.get().status(),
                    new StatusReply("text/plain", refusal.get().reason()));
        } else if (page == null) {
            send(exchange, 404, new StatusReply("text/plain", "no such page"));
        } else {
            send(exchange, 200, page.get());
        }
    }

    private static void send(HttpExchange exchange, int status, StatusReply reply) throws IOException {
        try (exchange) {
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
