package org.vigie.risk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers the open inference protocol with the probability 0.25 for every window. */
final class FakeModelServer implements AutoCloseable {
    private static final byte[] ANSWER = """
            {"model_name": "survival", "model_version": "1", "parameters": {"digest": "abc"},
             "outputs": [{"name": "probability", "datatype": "FP32", "shape": [1, 1], "data": [0.25]}]}
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer http;

    private FakeModelServer(HttpServer http) {
        this.http = http;
    }

    static FakeModelServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/v2/models/survival/infer", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        http.start();
        return new FakeModelServer(http);
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
