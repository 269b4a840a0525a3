package org.vigie.testing.monitoring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.testing.process.TestProgram;

/** Runs Debian's prometheus on loopback, with samples of the past that a test gives. It collects none itself. */
public final class PrometheusProcess implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/bin/prometheus");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestProgram program;
    private final String address;

    private PrometheusProcess(TestProgram program, String address) {
        this.program = program;
        this.address = address;
    }

    /** @param samples in the text form of OpenMetrics, each with its time */
    public static PrometheusProcess start(Path dir, String samples) throws IOException {
        if (!Files.isExecutable(SERVER)) {
            throw new IllegalStateException("prometheus: must be installed; Debian: apt install prometheus");
        }
        store(dir, Files.writeString(dir.resolve("samples.om"), samples));
        Path config = Files.writeString(dir.resolve("prometheus.yml"), "global: {}\n");
        int port = UnusedPort.find().number();
        var command = new ProcessBuilder(
                        SERVER.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + dir.resolve("blocks"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("prometheus.log").toFile());
        var started = new PrometheusProcess(TestProgram.start(command), "http://127.0.0.1:" + port);
        await().atMost(Duration.ofMinutes(10)).until(started::isReady);
        return started;
    }

    private static void store(Path dir, Path samples) throws IOException {
        Process promtool = new ProcessBuilder(
                        PROMTOOL.toString(), "tsdb", "create-blocks-from", "openmetrics", samples.toString(), "blocks")
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (promtool.onExit().join().exitValue() != 0) {
            throw new IOException("promtool refused the samples: " + said);
        }
    }

    /** Returns the answer to an expression over a range of time, as JSON. */
    public String query(String expression, Instant from, Instant to, Duration step) {
        return get("/api/v1/query_range?query=" + encoded(expression) + "&start=" + from + "&end=" + to + "&step="
                + step.toSeconds());
    }

    /** Returns the answer to an expression at an instant, as JSON. */
    public String query(String expression, Instant at) {
        return get("/api/v1/query?query=" + encoded(expression) + "&time=" + at);
    }

    @Override
    public void close() {
        program.close();
    }

    private boolean isReady() {
        try {
            return get("/-/ready").contains("Ready");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String get(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
