package org.vigie.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Receives posts on the loopback address and answers with the given status codes. */
public final class FakeHttpReceiver implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicReference<String> receipt = new AtomicReference<>("");
    private final List<ReceivedPost> taken = new CopyOnWriteArrayList<>();

    private FakeHttpReceiver(HttpServer server) {
        this.server = server;
    }

    /** Holds one received post. */
    public record ReceivedPost(Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .get(0);
        }
    }

    public static FakeHttpReceiver start() {
        try {
            var receiver = new FakeHttpReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.createContext("/", receiver::take);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answer(int code) {
        status.set(code);
    }

    /** Confirms from now on that a device has the alarm. */
    public void confirmDelivery() {
        receipt.set("delivered");
    }

    public List<ReceivedPost> taken() {
        return taken;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        taken.add(new ReceivedPost(Map.copyOf(exchange.getRequestHeaders()), body));
        exchange.getResponseHeaders().set("X-Vigie-Delivery", receipt.get());
        exchange.sendResponseHeaders(status.get(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
