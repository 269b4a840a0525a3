package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records all server-sent events of a station with the instant at which each was received. */
public final class SseRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SseRecorder.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<RecordedSseEvent> received = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final AtomicLong bytes;
    private volatile String lastId = "";

    /**
     * Holds one event and the time of its arrival.
     *
     * @param receivedAt epoch ms
     */
    public record RecordedSseEvent(String name, JsonNode data, long receivedAt) {}

    private SseRecorder(Stream<String> lines, AtomicLong bytes) {
        this.lines = lines;
        this.bytes = bytes;
        var unused = CompletableFuture.runAsync(this::listen);
    }

    public static SseRecorder of(URI station, String token) throws IOException, InterruptedException {
        return after(station, token, "");
    }

    /** Goes on after an event, as a browser does whose connection was cut. */
    static SseRecorder after(URI station, String token, String lastId) throws IOException, InterruptedException {
        var request = TestLogin.request(station.resolve("api/stream"), token)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastId)
                .build();
        return new SseRecorder(
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body(), new AtomicLong());
    }

    /** Returns the id of the last event; empty before the first one. */
    String lastId() {
        return lastId;
    }

    /** Asks for gzip, as a browser does, and counts the bytes that come over the wire. */
    public static SseRecorder compressed(URI station, String token) throws IOException, InterruptedException {
        var request = TestLogin.request(station.resolve("api/stream"), token)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        var bytes = new AtomicLong();
        InputStream counted = new FilterInputStream(answer.body()) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int read = super.read(buffer, from, length);
                bytes.addAndGet(Math.max(0, read));
                return read;
            }
        };
        var text = new InputStreamReader(new GZIPInputStream(counted), StandardCharsets.UTF_8);
        return new SseRecorder(new BufferedReader(text).lines(), bytes);
    }

    /** Returns the bytes of a compressed stream so far. */
    public long bytes() {
        return bytes.get();
    }

    public List<RecordedSseEvent> named(String name) {
        return received.stream().filter(event -> event.name().equals(name)).toList();
    }

    boolean any(String name, Predicate<JsonNode> wanted) {
        return named(name).stream().map(RecordedSseEvent::data).anyMatch(wanted);
    }

    @Override
    public void close() {
        lines.close();
    }

    private void listen() {
        var name = new StringBuilder();
        try {
            lines.forEach(line -> take(line, name));
        } catch (UncheckedIOException e) {
            LOG.debug("The stream ended: {}", e.getMessage());
        }
    }

    private void take(String line, StringBuilder name) {
        if (line.startsWith("id: ")) {
            lastId = line.substring("id: ".length());
        } else if (line.startsWith("event: ")) {
            name.setLength(0);
            name.append(line.substring("event: ".length()));
        } else if (line.startsWith("data: ")) {
            received.add(new RecordedSseEvent(
                    name.toString(), json(line.substring("data: ".length())), System.currentTimeMillis()));
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
