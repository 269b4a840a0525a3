package org.vigie.bench.page;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.vigie.access.login.SecretText;

/** Reads the event stream of the station as a page does. It counts the compressed bytes and notes how late each bed arrives. */
final class StreamReaderPage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data: ";
    private static final String BED = "event: bed";
    /** One reader takes the delays apart: reading the JSON of all would take processor time from the station. */
    private final boolean withDelays;

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong beds = new AtomicLong();
    private final AtomicBoolean measures = new AtomicBoolean();
    private final List<Double> delaysMs = new ArrayList<>();
    private final InputStream stream;

    private StreamReaderPage(InputStream stream, boolean withDelays) {
        this.withDelays = withDelays;
        this.stream = new CountingInputStream(stream, bytes);
    }

    /** Opens the stream with an API token and reads it until the end. */
    static StreamReaderPage open(HttpClient client, URI station, SecretText token, boolean withDelays)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(station.resolve("/api/stream"))
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .header("Authorization", "Bearer " + token.reveal())
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
        var page = new StreamReaderPage(answer.body(), withDelays);
        var thread = new Thread(page::read, "stream-reader-page");
        thread.setDaemon(true);
        thread.start();
        return page;
    }

    /** Forgets what was read so far. */
    synchronized void begin() {
        bytes.set(0);
        beds.set(0);
        delaysMs.clear();
        measures.set(true);
    }

    /** Returns the compressed bytes since the beginning. */
    long bytes() {
        return bytes.get();
    }

    /** Returns the events of beds since the beginning. */
    long beds() {
        return beds.get();
    }

    /** Returns from the broker taking a raw record to this reader having its bed, in ms. */
    synchronized double[] delaysMs() {
        return delaysMs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void read() {
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8))) {
            boolean isBed = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isBed && line.startsWith(DATA)) {
                    take(line.substring(DATA.length()));
                }
                isBed = line.equals(BED) || (isBed && line.startsWith("id:"));
            }
        } catch (IOException e) {
            if (measures.get()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void take(String bed) throws JsonProcessingException {
        beds.incrementAndGet();
        if (withDelays && measures.get()) {
            JsonNode published = JSON.readTree(bed).path("newest").path("publishedAt");
            delaysMs.add((double) System.currentTimeMillis() - published.asLong());
        }
    }

    @Override
    public void close() throws IOException {
        measures.set(false);
        stream.close();
    }

    /** Counts the bytes that were read. */
    private static final class CountingInputStream extends FilterInputStream {
        private final AtomicLong count;

        CountingInputStream(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
