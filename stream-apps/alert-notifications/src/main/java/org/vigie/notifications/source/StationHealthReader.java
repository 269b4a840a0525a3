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

    /**
     * Holds what a station says about its beds.
     *
     * @param watching false when it gave no answer or watches no bed, so that nothing is known of single beds
     * @param failures beds that it does not watch, or the station itself
     */
    record StationWatchAnswer(boolean watching, List<WatchFailure> failures) {}

    StationWatchAnswer answer(Instant now) {
        try {
            return answer(JSON.readTree(ask()), now);
        } catch (IOException e) {
            return watchesNothing("NO_ANSWER", now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new StationWatchAnswer(false, List.of());
        }
    }

    /** Returns true for this station, and for a bed: which station watched it before a restart is not known. */
    boolean mayWatch(WatchFailure failure) {
        return !failure.isOfStation() || failure.place().equals(station.toString());
    }

    private StationWatchAnswer watchesNothing(String status, Instant now) {
        return new StationWatchAnswer(false, List.of(WatchFailure.ofStation(station.toString(), status, now)));
    }

    private String ask() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(station + "/api/health"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private StationWatchAnswer answer(JsonNode health, Instant now) {
        String status = health.path("status").asText("NO_ANSWER");
        if (!status.equals("WATCHING") && !status.equals("PARTLY_WATCHED")) {
            return watchesNothing(status, now);
        }
        List<WatchFailure> beds = new ArrayList<>();
        health.path("beds").forEach(bed -> {
            if (bed.has("reason")) {
                beds.add(WatchFailure.ofBed(bed.path("bed").asText(), now));
            }
        });
        return new StationWatchAnswer(true, beds);
    }
}
