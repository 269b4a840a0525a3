package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.vigie.station.MovableClock;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.OidcConfig;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.StationLogin;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.station.ward.WardView;
import org.vigie.testing.broker.UnusedPort;

/** Opens a station whose users log in at an OpenID Connect server, over real HTTP, with one browser. */
final class ProvidedStation implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final MovableClock wall = new MovableClock();
    private final MockOAuth2Server provider;
    private final TestLogin access;
    private final StationWebServer station;
    private final int providerPort;
    private String cookie = "";

    ProvidedStation(Path secrets, MockOAuth2Server provider) throws Exception {
        this.provider = provider;
        providerPort = UnusedPort.find().number();
        provider.start(providerPort);
        int port = UnusedPort.find().number();
        var oidc = OidcConfig.at(
                "http://localhost:" + providerPort + "/hospital",
                "vigie",
                "http://127.0.0.1:" + port + "/login/callback");
        access = new TestLogin(StationAccessConfig.in(secrets).withOidc(oidc), wall, UserHeadersConfig.defaults());
        var ward = new WardView(StalenessConfig.defaults(), List.of(), 1, wall.instant());
        ward.take(StationRecords.admitted("REA/01", "s1", wall.instant().minusSeconds(60)));
        station = StationWebServer.open(
                ward, new RecordedAlertCommands(), access.login(), WebAddress.loopback(port), wall);
    }

    int providerPort() {
        return providerPort;
    }

    MovableClock wall() {
        return wall;
    }

    TestLogin access() {
        return access;
    }

    StationLogin login() {
        return access.login();
    }

    void answerWith(Map<String, Object> claims) {
        answerWith(new DefaultOAuth2TokenCallback("hospital", "u-17", "JWT", null, claims));
    }

    void answerWith(OAuth2TokenCallback callback) {
        provider.enqueueCallback(callback);
    }

    /** Logs the browser in, so that its later requests have a session. */
    void logIn() throws Exception {
        keepSession(finish(begin()));
    }

    void keepSession(HttpResponse<String> answer) {
        cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("vigie-session"))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
    }

    String cookie() {
        return cookie;
    }

    /** Returns the id of the session. */
    String session() {
        return cookie.substring(cookie.indexOf('=') + 1);
    }

    void useCookie(String other) {
        cookie = other;
    }

    /** Begins at the station, follows the redirect to the provider, and returns where the provider sends the browser. */
    URI begin() throws Exception {
        HttpResponse<String> begun = get("login");
        cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return redirect(client.send(HttpRequest.newBuilder(redirect(begun)).build(), BodyHandlers.ofString()));
    }

    HttpResponse<String> finish(URI callback) throws Exception {
        return client.send(
                HttpRequest.newBuilder(callback)
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "document")
                        .header("Sec-Fetch-Site", "cross-site")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Asks as a browser that opens a page without a session. */
    HttpResponse<String> open(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(station.address().resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(station.address().resolve(path))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    static URI redirect(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    @Override
    public void close() {
        station.close();
        provider.shutdown();
    }
}
