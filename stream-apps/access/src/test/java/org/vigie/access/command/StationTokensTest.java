package org.vigie.access.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.schemas.tls.ClientTlsConfig;

/** Asks a server that answers as the station does for the token {@code t}, and refuses every other one. */
class StationTokensTest {
    private static final String PHYSICIAN = "{\"name\": \"dr\", \"role\": \"physician\", \"units\": [\"REA\"]}";

    private HttpServer server;
    private String user = PHYSICIAN;
    private int known = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/user", exchange -> {
            boolean isKnown = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = user.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isKnown ? known : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theStationSaysWhomATokenProves() {
        assertThat(tokens().principal("t")).contains(Principal.of("dr", AccessRole.PHYSICIAN, UnitScope.of("REA")));
    }

    @Test
    void aTokenThatTheStationRefusesProvesNobody() {
        assertThat(tokens().principal("other")).isEmpty();
    }

    @Test
    void aStationThatNamesNoUserOrAnswersOtherwiseIsNamed() {
        // given
        user = "{}";
        // when, then
        assertThatIllegalStateException()
                .isThrownBy(() -> tokens().principal("t"))
                .withMessage("--station: " + address() + " must answer with a name, a role and units");

        // given
        known = 503;
        // when, then
        assertThatIllegalStateException()
                .isThrownBy(() -> tokens().principal("t"))
                .withMessage("--station: " + address() + " must answer 200 or 401, answered 503");
    }

    @Test
    void aStationThatDoesNotAnswerIsNamed() {
        // given
        server.stop(0);

        // when, then
        assertThatIllegalStateException()
                .isThrownBy(() -> tokens().principal("t"))
                .withMessage("--station: no station answers at " + address());
    }

    private StationTokens tokens() {
        return new StationTokens(URI.create(address()), ClientTlsConfig.defaults());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}
