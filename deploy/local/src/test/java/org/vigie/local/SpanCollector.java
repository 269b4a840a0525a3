package org.vigie.local;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Takes the spans that processes send by OTLP over HTTP, and keeps the names of each trace in memory. */
final class SpanCollector implements AutoCloseable {
    private static final int RESOURCE_SPANS = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int NAME = 5;

    private final HttpServer server;
    private final Map<ByteString, Set<String>> names = new ConcurrentHashMap<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() {
        try {
            var collector =
                    new SpanCollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            collector.server.createContext("/v1/traces", collector::take);
            collector.server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns whether one trace has spans of all these names. */
    boolean hasTraceOf(String... spans) {
        return names.values().stream().anyMatch(trace -> trace.containsAll(List.of(spans)));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = UnknownFieldSet.parseFrom(exchange.getRequestBody().readAllBytes());
            parts(request, RESOURCE_SPANS)
                    .flatMap(resource -> parts(resource, SCOPE_SPANS))
                    .flatMap(scope -> parts(scope, SPANS))
                    .forEach(this::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void add(UnknownFieldSet span) {
        ByteString trace = span.getField(TRACE_ID).getLengthDelimitedList().get(0);
        ByteString name = span.getField(NAME).getLengthDelimitedList().get(0);
        names.compute(trace, (id, before) -> {
            Set<String> all = before == null ? new TreeSet<>() : new TreeSet<>(before);
            all.add(name.toStringUtf8());
            return all;
        });
    }

    private static Stream<UnknownFieldSet> parts(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().map(SpanCollector::message);
    }

    private static UnknownFieldSet message(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
