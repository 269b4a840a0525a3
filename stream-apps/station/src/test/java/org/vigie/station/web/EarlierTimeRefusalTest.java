package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlierTimeRefusalTest {
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.jetty.host = "127.0.0.1";
        config.routes.before(new EarlierTimeRefusal(false));
        config.routes.get("/api/ward", request -> request.result("now"));
    });

    @BeforeEach
    void start() {
        server.start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void anEarlierTimeIsRefusedAndTheCommandThatPrintsItIsNamed() throws Exception {
        // when
        HttpResponse<String> answer = get("/api/ward?at=2026-03-01T14:05:00Z");

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("2026-03-01T14:05:00Z", "./vigie board --at TIME")
                .doesNotContain("now");
    }

    @Test
    void aRequestForThePresentIsAnswered() throws Exception {
        assertThat(get("/api/ward").body()).isEqualTo("now");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
