package org.vigie.bench.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.vigie.platform.http.WholeAnswerClient;

/** Posts lines that are encoded already to the write address of InfluxDB 2, which QuestDB has too. */
final class LinePoster {
    private static final int NO_CONTENT = 204;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final WholeAnswerClient http = new WholeAnswerClient(HttpClient.newHttpClient(), TIMEOUT);
    private final URI address;
    private final String authorization;

    /** @param url base address of the store */
    LinePoster(String url, String authorization) {
        this.address = URI.create(url + "/api/v2/write?precision=ns&org=vigie&bucket=vigie");
        this.authorization = authorization;
    }

    /** Posts one batch. @throws IllegalStateException when the store does not take it */
    void post(byte[] lines) {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(lines))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != NO_CONTENT) {
                throw new IllegalStateException("The store answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
