package org.vigie.sink;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Creates the tables and columns that are missing, through QuestDB's REST interface. */
public final class StoreSchema {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final String url;
    private final Tables tables;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public StoreSchema(String url, Tables tables) {
        this.url = url;
        this.tables = tables;
    }

    /**
     * @throws UnavailableException when the store does not answer
     * @throws IllegalStateException when it refuses a statement: tables.sql does not suit this store
     */
    public void create() {
        tables.statements().forEach(this::execute);
    }

    private void execute(String statement) {
        var address = URI.create(url + "/exec?query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build());
        if (answer.statusCode() == BAD_REQUEST) {
            throw new IllegalStateException("The store refused a table: " + answer.body());
        }
        if (answer.statusCode() != OK) {
            throw new UnavailableException(
                    "The store at " + url + " answered " + answer.statusCode() + ": " + answer.body(), null);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UnavailableException("The store at " + url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted", e);
        }
    }
}
