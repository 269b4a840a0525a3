package org.vigie.notifications.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.platform.http.WholeAnswerClient;
import org.vigie.schemas.tls.ClientTlsConfig;

/** Asks one station which beds it does not watch. A station without an answer watches none. */
final class StationHealthReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final URI station;
    private final String token;
    private final WholeAnswerClient http;

    /**
     * Creates a reader.
     *
     * @param token with which the station is asked; empty: none is sent
     * @param tls whom the reader trusts over https
     */
    StationHealthReader(URI station, String token, ClientTlsConfig tls) {
        this.station = station;
        this.token = token;
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(TIMEOUT);
        tls.context().ifPresent(client::sslContext);
        http = new WholeAnswerClient(client.build(), TIMEOUT);
    }

    List<WatchFailure> failures(Instant now) {
        try {
            return failures(JSON.readTree(ask()), now);
        } catch (IOException e) {
            return List.of(WatchFailure.ofStation(station.toString(), "NO_ANSWER", now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private String ask() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(station + "/api/health"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private List<WatchFailure> failures(JsonNode health, Instant now) {
        String status = health.path("status").asText("NO_ANSWER");
        if (!status.equals("WATCHING") && !status.equals("PARTLY_WATCHED")) {
            return List.of(WatchFailure.ofStation(station.toString(), status, now));
        }
        List<WatchFailure> beds = new ArrayList<>();
        health.path("beds").forEach(bed -> {
            if (bed.has("reason")) {
                beds.add(WatchFailure.ofBed(bed.path("bed").asText(), now));
            }
        });
        return beds;
    }
}
