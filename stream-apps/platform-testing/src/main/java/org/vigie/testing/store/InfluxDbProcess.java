package org.vigie.testing.store;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.testing.process.TestProgram;

/**
 * Runs Debian's influxd. Its release 1.6 has the line protocol of InfluxDB 2, but not the address. A server of the test takes a request to
 * {@code /api/v2/write} and sends it to {@code /write}. It sends a question of InfluxQL as it comes.
 */
public final class InfluxDbProcess implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/bin/influxd");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestProgram program;
    private final String address;
    private final HttpServer front;

    private InfluxDbProcess(TestProgram program, String address) throws IOException {
        this.program = program;
        this.address = address;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/api/v2/write", exchange -> forward(exchange, "/write?db=vigie&precision=ns"));
        front.createContext(
                "/query", exchange -> forward(exchange, exchange.getRequestURI().toString()));
        front.start();
    }

    public static InfluxDbProcess start(Path dir) throws IOException {
        if (!Files.isExecutable(INSTALLED)) {
            throw new IllegalStateException("influxd: must be installed; Debian: apt install influxdb");
        }
        int port = UnusedPort.find().number();
        Path config = Files.writeString(dir.resolve("influxdb.conf"), configuration(dir, port));
        var command = new ProcessBuilder(INSTALLED.toString(), "-config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("influxd.log").toFile());
        var started = new InfluxDbProcess(TestProgram.start(command), "http://127.0.0.1:" + port);
        await().atMost(Duration.ofMinutes(10)).until(started::answers);
        started.query("CREATE DATABASE vigie");
        return started;
    }

    /** Returns the address of InfluxDB 2's write API and of its InfluxQL. */
    public String writeUrl() {
        return "http://127.0.0.1:" + front.getAddress().getPort();
    }

    /** Returns the answer to a statement of InfluxQL, as JSON. */
    public String query(String statement) {
        String encoded = URLEncoder.encode(statement, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address + "/query?db=vigie&epoch=ns&q=" + encoded))
                        .POST(BodyPublishers.noBody())
                        .build())
                .body();
    }

    @Override
    public void close() {
        front.stop(0);
        program.close();
    }

    private boolean answers() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(address + "/ping"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 204;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forward(HttpExchange exchange, String target) throws IOException {
        try (exchange) {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + target))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                    .build());
            answer.headers()
                    .firstValue("X-Influxdb-Error")
                    .ifPresent(error -> exchange.getResponseHeaders().set("X-Influxdb-Error", error));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String configuration(Path dir, int port) {
        return """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                  dir = "%s/meta"
                [data]
                  dir = "%s/data"
                  wal-dir = "%s/wal"
                [monitor]
                  store-enabled = false
                [http]
                  bind-address = "127.0.0.1:%d"
                """.formatted(UnusedPort.find().number(), dir, dir, dir, port);
    }
}
