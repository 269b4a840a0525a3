package org.vigie.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.access.AccessRole;
import org.vigie.station.TestLogin;
import org.vigie.station.web.OpenApiDocument.ApiOperation;

/** Sends requests of every kind to an operation of the station: good ones, wrong ones, and those of each log-in. */
final class ApiRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final Map<String, String> BODIES = Map.of(
            "/api/orders", "{\"stay\": \"S-4211\", \"alert\": \"a1\", \"kind\": \"ACKNOWLEDGE\"}",
            "/api/replay", "{\"action\": \"PAUSE\"}",
            "/api/session/user", "{\"name\": \"CD\", \"pin\": \"" + TestLogin.PIN + "\"}",
            "/api/session/emergency", "{\"unit\": \"REA\", \"reason\": \"arrêt cardiaque\"}");

    private final StationWebServer station;

    ApiRequests(StationWebServer station) {
        this.station = station;
    }

    /** Returns the answers to all kinds of requests. */
    List<HttpResponse<String>> all(ApiOperation operation) throws IOException, InterruptedException {
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(send(client(), operation, "", "", ""));
        answers.add(send(client(), operation, "?at=2026", "", TestLogin.bearer("nurse")));
        answers.add(send(client(), operation, "?at=PT5M", "", TestLogin.bearer("physician")));
        answers.add(send(client(), operation, "?hours=0", "", TestLogin.bearer("nurse-REA")));
        answers.add(send(client(), operation, "?bed=free", "", TestLogin.bearer("physician")));
        for (AccessRole role : AccessRole.values()) {
            answers.add(send(client(), operation, "", "", TestLogin.bearer(role.word())));
            answers.add(send(client(), operation, "", "", TestLogin.bearer(role.word() + "-CARDIO")));
        }
        if (operation.path().equals("/api/orders") || operation.path().equals("/api/replay")) {
            answers.add(text(operation));
        }
        answers.add(fromAnotherSite(operation));
        answers.addAll(ofSession(operation));
        return answers;
    }

    /** A session needs its token for a changing request; a log-in needs a fresh code. */
    private List<HttpResponse<String>> ofSession(ApiOperation operation) throws IOException, InterruptedException {
        HttpClient browser = client();
        var login = HttpRequest.newBuilder(station.loginAddress()).build();
        HttpResponse<String> begun = send(browser, login);
        if (operation.path().equals("/login")) {
            return List.of(begun);
        }
        HttpRequest asked =
                HttpRequest.newBuilder(station.address().resolve("/api/user")).build();
        String csrf = json(send(browser, asked).body()).path("csrf").asText();
        return List.of(send(browser, operation, "", "", ""), send(browser, operation, "", csrf, ""));
    }

    HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        return send(
                client(),
                HttpRequest.newBuilder(station.address().resolve(path))
                        .header("Authorization", authorization)
                        .build());
    }

    private HttpResponse<String> fromAnotherSite(ApiOperation operation) throws IOException, InterruptedException {
        var address = station.address()
                .resolve(operation.path().replace("{bed}", "REA/03").replace("{alert}", "a3"));
        return send(
                client(),
                HttpRequest.newBuilder(address)
                        .method(operation.method().toUpperCase(Locale.ROOT), BodyPublishers.ofString("{}"))
                        .header("Origin", "https://elsewhere.example")
                        .header("Authorization", TestLogin.bearer("nurse"))
                        .build());
    }

    private HttpResponse<String> text(ApiOperation operation) throws IOException, InterruptedException {
        return send(
                client(),
                HttpRequest.newBuilder(station.address().resolve(operation.path()))
                        .header("Authorization", TestLogin.bearer("nurse"))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(BODIES.getOrDefault(operation.path(), "")))
                        .build());
    }

    private HttpResponse<String> send(
            HttpClient client, ApiOperation operation, String query, String csrf, String authorization)
            throws IOException, InterruptedException {
        String bed = query.contains("free") ? "REA/77" : "REA/03";
        String alert = query.contains("free") ? "none" : "a3";
        String path = operation.path().replace("{bed}", bed).replace("{alert}", alert);
        var address = station.address().resolve(path + query);
        var request = HttpRequest.newBuilder(address)
                .header("Accept", operation.path().equals("/api/stream") ? "text/event-stream" : "*/*")
                .header("Content-Type", JSON_TYPE)
                .header("X-Vigie-Csrf", csrf);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (operation.method().equals("post")) {
            request.POST(BodyPublishers.ofString(BODIES.getOrDefault(operation.path(), "{}")));
        }
        return send(client, request.build());
    }

    /** A stream never ends: nothing of it is read. */
    private static HttpResponse<String> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, answer -> {
            boolean endless =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return endless
                    ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), ApiRequests::closed)
                    : BodyHandlers.ofString().apply(answer);
        });
    }

    private static String closed(InputStream body) {
        try (body) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }
}
