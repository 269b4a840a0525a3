package org.vigie.modelserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.vigie.model.protocol.InferenceBody;

/** Adds an API token to the requests of a client that can send none. */
final class TokenAddingProxy implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String target;
    private final String authorization;

    private TokenAddingProxy(HttpServer server, String target, String authorization) {
        this.server = server;
        this.target = target;
        this.authorization = authorization;
    }

    static TokenAddingProxy start(String target, String authorization) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var proxy = new TokenAddingProxy(HttpServer.create(address, 0), target, authorization);
        proxy.server.createContext("/", proxy::forward);
        proxy.server.start();
        return proxy;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = client.send(request(exchange), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue(InferenceBody.HEADER)
                    .ifPresent(length -> exchange.getResponseHeaders().set(InferenceBody.HEADER, length));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .header("Authorization", authorization)
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        String length = exchange.getRequestHeaders().getFirst(InferenceBody.HEADER);
        return (length == null ? request : request.header(InferenceBody.HEADER, length)).build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
