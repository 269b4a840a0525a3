package org.vigie.sink.store;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.vigie.platform.http.WholeAnswerClient;

/** Runs SQL through QuestDB's REST interface. */
final class StoreSqlClient {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final StoreEndpoint store;
    private final Optional<String> authorization;
    private final WholeAnswerClient http;

    /** @throws IllegalStateException when the store's password cannot be read */
    StoreSqlClient(StoreEndpoint store) {
        this.store = store;
        this.authorization = store.authorization();
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        store.tls().context().ifPresent(client::sslContext);
        this.http = new WholeAnswerClient(client.build(), Duration.ofSeconds(30));
    }

    /**
     * Runs a statement and returns its rows in CSV, with a first line of their names; nothing for a statement without rows.
     *
     * @throws DependencyUnavailableException when the store does not answer
     * @throws IllegalStateException when it refuses the statement
     */
    String query(String statement) {
        return run("/exp", statement);
    }

    /**
     * Runs a statement whose answer is not needed.
     *
     * @throws DependencyUnavailableException when the store does not answer
     * @throws IllegalStateException when it refuses the statement
     */
    void execute(String statement) {
        run("/exec", statement);
    }

    private String run(String path, String statement) {
        var address = URI.create(store.url() + path + "?query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(address);
        authorization.ifPresent(login -> request.header("Authorization", login));
        HttpResponse<String> answer = send(request.build());
        check(answer);
        return answer.body();
    }

    private void check(HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case OK -> {}
            case BAD_REQUEST -> throw refused(answer.body());
            case UNAUTHORIZED ->
                throw unavailable(
                        "does not know the user " + store.user() + " with this password; see storePasswordFile");
            default -> throw unavailable("answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** A busy QuestDB answers a statement on a table that it is changing as it answers a wrong one. */
    private RuntimeException refused(String answer) {
        return answer.contains("Metadata read timeout")
                ? unavailable("is busy: " + answer)
                : new IllegalStateException("The store refused a table: " + answer);
    }

    private DependencyUnavailableException unavailable(String problem) {
        return new DependencyUnavailableException("The store at " + store.url() + " " + problem, null);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DependencyUnavailableException("The store at " + store.url() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailableException("Interrupted", e);
        }
    }
}
