package org.vigie.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.login.SecretText;

/** Reads the station's event stream as a page does, and measures how old the newest record of each bed is when it arrives. */
final class StationProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StationProbe.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final URI station;
    private final SecretText token;
    private final Thread thread = new Thread(this::listen, "station-probe");
    private final CompletableFuture<Instant> live = new CompletableFuture<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final LatencyRecorder latencies = new LatencyRecorder();
    private volatile Instant measureFrom = Instant.MAX;
    private volatile boolean isWaitedFor;
    private volatile boolean closed;
    /** Of the listening thread alone. */
    private Instant freshSince;

    private StationProbe(URI station, SecretText token) {
        this.station = station;
        this.token = token;
        thread.setDaemon(true);
    }

    /** @param token API token that may read the ward */
    static StationProbe start(URI station, SecretText token) {
        var probe = new StationProbe(station, token);
        probe.thread.start();
        return probe;
    }

    /**
     * Waits until, from now on, the stream shows for 2 s no record that the broker took more than 2 s ago. A bed whose records do not
     * come through is not noticed so: ask the {@link ConsumerLag} first.
     *
     * @return when these 2 s began
     */
    Instant awaitLive(Duration patience) throws InterruptedException, TimeoutException {
        isWaitedFor = true;
        try {
            return live.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it so", e);
        }
    }

    /** Only records published from then on are measured. */
    void measureFrom(Instant from) {
        measureFrom = from;
    }

    /** False once the stream has broken off: what was measured would be only a part. */
    boolean isListening() {
        return thread.isAlive();
    }

    LatencyRecorder latencies() {
        return latencies;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void listen() {
        var request = HttpRequest.newBuilder(station.resolve("/api/stream"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token.reveal())
                .build();
        try (Stream<String> lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            follow(lines.iterator());
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                LOG.error("The event stream of the station ended", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Iterator<String> lines) throws JsonProcessingException {
        String event = "";
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:") && event.equals("bed")) {
                take(line.substring("data:".length()));
            }
        }
    }

    private void take(String bed) throws JsonProcessingException {
        Instant now = Instant.now();
        publishedAt(bed).ifPresent(published -> {
            Duration age = Duration.between(published, now);
            followFreshness(now, age.compareTo(FRESH) < 0);
            if (!published.isBefore(measureFrom)) {
                latencies.add(age.toMillis());
            }
        });
    }

    private void followFreshness(Instant now, boolean fresh) {
        if (!fresh || !isWaitedFor) {
            freshSince = null;
        } else if (freshSince == null) {
            freshSince = now;
        } else if (!now.isBefore(freshSince.plus(FRESH))) {
            live.complete(freshSince);
        }
    }

    /** Returns the append time of the bed's newest record; empty when it was shown before. */
    private Optional<Instant> publishedAt(String bed) throws JsonProcessingException {
        JsonNode picture = JSON.readTree(bed);
        JsonNode record = picture.path("newest");
        if (!record.isObject()) {
            return Optional.empty();
        }
        Long before =
                newest.put(picture.path("bed").asText(), record.path("offset").asLong());
        boolean seen = before != null && before == record.path("offset").asLong();
        return seen
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(record.path("publishedAt").asLong()));
    }
}
