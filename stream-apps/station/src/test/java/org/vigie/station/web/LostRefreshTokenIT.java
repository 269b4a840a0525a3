package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessDecision;
import org.vigie.station.login.RequestCredentials;
import org.vigie.station.login.StationLogin;

/** Asks a provider that uses each refresh token once, and whose answer is lost on its way: the next question is refused for the token alone. */
class LostRefreshTokenIT {
    private static final Duration CHECK = Duration.ofMinutes(5);
    private static final String REFUSED = "the provider refused with invalid_grant";
    private static final String LOST = "an earlier answer was lost, and perhaps the newest token with it: ";

    @TempDir
    private Path directory;

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final AtomicInteger questions = new AtomicInteger();
    private ProvidedStation station;
    private int port;

    @BeforeEach
    void logInAndStopTheProvider() throws Exception {
        station = new ProvidedStation(directory.resolve("access"), provider);
        station.answerWith(Map.of("roles", List.of("nurse"), "units", List.of("REA")));
        station.logIn();
        port = station.providerPort();
        provider.shutdown();
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void aRefusalAfterALostAnswerIsRecordedAsALostToken() throws Exception {
        // when
        askEndpoint(station.login(), LostRefreshTokenIT::closeWithoutAnswer);
        int lost = station.get("api/ward").statusCode();
        askEndpoint(station.login(), LostRefreshTokenIT::refuse);

        // then
        assertThat(List.of(lost, station.get("api/ward").statusCode())).containsExactly(200, 401);
        assertThat(recorded()).containsExactly("provider, asked again: " + LOST + REFUSED);
        assertThat(questions).hasValue(2);
    }

    @Test
    void aStationThatStartsAgainStillKnowsThatAnAnswerWasLost() throws Exception {
        // given
        askEndpoint(station.login(), LostRefreshTokenIT::closeWithoutAnswer);
        var restarted = station.access().restarted();

        // when
        askEndpoint(restarted, LostRefreshTokenIT::refuse);

        // then
        assertThat(restarted.principal(new RequestCredentials(station.session(), "", name -> null)))
                .isEmpty();
        assertThat(recorded()).containsExactly("provider, asked again: " + LOST + REFUSED);
    }

    @Test
    void aQuestionThatWasNeverSentOrWasAnsweredLosesNoToken() throws Exception {
        // given
        ask(station.login());
        askEndpoint(station.login(), exchange -> refuse(exchange, 500, "server_error"));
        assertThat(Files.readString(directory.resolve("access/sessions.json"))).doesNotContain("unanswered");

        // when
        askEndpoint(station.login(), LostRefreshTokenIT::refuse);

        // then
        assertThat(recorded()).containsExactly("provider, asked again: " + REFUSED);
        assertThat(station.get("api/ward").statusCode()).isEqualTo(401);
    }

    private List<String> recorded() {
        return station.access().recorded().stream()
                .filter(event -> event.decision() == AccessDecision.SECRET_WRONG)
                .map(event -> event.attempt().detail())
                .toList();
    }

    private void ask(StationLogin login) {
        station.wall().move(CHECK);
        login.checkSessions();
    }

    /** Asks while an endpoint with this behaviour stands in place of the provider. */
    private void askEndpoint(StationLogin login, EndpointAnswer behaviour) throws IOException {
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
        endpoint.createContext("/hospital/.well-known", exchange -> answer(exchange, 200, metadata()));
        endpoint.createContext("/hospital/token", exchange -> {
            questions.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            behaviour.to(exchange);
        });
        endpoint.start();
        try {
            ask(login);
        } finally {
            endpoint.stop(0);
        }
    }

    private static void closeWithoutAnswer(HttpExchange exchange) {
        exchange.close();
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        refuse(exchange, 400, "invalid_grant");
    }

    private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
        answer(exchange, status, "{\"error\": \"" + error + "\"}");
    }

    /** Returns what a station asks for after its start. */
    private String metadata() {
        String issuer = "http://localhost:" + port + "/hospital";
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "jwks_uri": "ISSUER/jwks", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}""".replace("ISSUER", issuer);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @FunctionalInterface
    private interface EndpointAnswer {
        void to(HttpExchange exchange) throws IOException;
    }
}
