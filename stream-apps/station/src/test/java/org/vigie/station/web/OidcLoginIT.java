package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.station.RecordedAlertCommands;
import org.vigie.station.StationRecords;
import org.vigie.station.TestLogin;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.OidcConfig;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.station.ward.WardView;
import org.vigie.testing.broker.UnusedPort;

/** Logs in at an OpenID Connect server over real HTTP: discovery, redirect, code, PKCE, signed ID token. */
class OidcLoginIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final Clock wall = Clock.systemUTC();
    private final WardView ward = new WardView(StalenessConfig.defaults(), List.of(), 1, wall.instant());
    private final HttpClient client = HttpClient.newHttpClient();
    private MockOAuth2Server provider = new MockOAuth2Server();
    private StationWebServer station;
    private String cookie = "";

    @BeforeEach
    void open() throws Exception {
        open(directory.resolve("first"));
    }

    private void open(Path secrets) throws Exception {
        int providerPort = UnusedPort.find().number();
        provider.start(providerPort);
        int port = UnusedPort.find().number();
        var oidc = new OidcConfig(
                "http://localhost:" + providerPort + "/hospital",
                "vigie",
                "",
                "http://127.0.0.1:" + port + "/login/callback",
                "roles",
                "units");
        var config = StationAccessConfig.in(secrets).withOidc(oidc);
        var access = new TestLogin(config, wall, UserHeadersConfig.defaults());
        ward.take(StationRecords.admitted("REA/01", "s1", wall.instant().minusSeconds(60)));
        station = StationWebServer.open(
                ward, new RecordedAlertCommands(), access.login(), WebAddress.loopback(port), wall);
    }

    @AfterEach
    void close() {
        station.close();
        provider.shutdown();
    }

    @Test
    void aUserOfTheProviderGetsASessionWithTheRolesAndUnitsOfTheToken() throws Exception {
        // given
        answerWith(Map.of(
                "preferred_username", "dupont", "roles", List.of("physician", "staff"), "units", List.of("REA")));

        // when
        HttpResponse<String> answer = finish(begin());

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        cookie = sessionOf(answer);
        JsonNode user = JSON.readTree(get("api/user").body());
        assertThat(user.path("name").asText()).isEqualTo("dupont");
        assertThat(user.path("role").asText()).isEqualTo("physician");
        assertThat(user.at("/units/0").asText()).isEqualTo("REA");
        assertThat(get("api/ward").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "PS384", "RS512"})
    void aTokenIsCheckedWithEachAlgorithmThatTheProviderNames(String algorithm) throws Exception {
        // given
        close();
        provider = new MockOAuth2Server(new OAuth2Config(
                false, null, null, false, new OAuth2TokenProvider(new KeyProvider(List.of(), algorithm))));
        open(directory.resolve(algorithm));
        answerWith(Map.of("roles", List.of("nurse"), "units", List.of("REA")));

        // when
        HttpResponse<String> answer = finish(begin());

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aUserOfAnotherUnitSeesNoPatientHere() throws Exception {
        // given
        answerWith(Map.of("roles", List.of("nurse"), "units", List.of("CARDIO")));

        // when
        cookie = sessionOf(finish(begin()));

        // then
        assertThat(get("api/ward").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenWithoutARoleOfVigieIsRefused() throws Exception {
        // given
        answerWith(Map.of("roles", List.of("gardener", "service"), "units", List.of("REA")));

        // when
        HttpResponse<String> answer = finish(begin());

        // then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("vigie-session"));
    }

    @Test
    void anAnswerIsTakenOnceAndOnlyFromTheBrowserThatBegan() throws Exception {
        // given
        answerWith(Map.of("roles", List.of("nurse"), "units", List.of("REA")));
        URI callback = begin();
        String began = cookie;

        // when
        cookie = "";
        int withoutCookie = finish(callback).statusCode();
        cookie = "vigie-login=another";
        int anotherBrowser = finish(callback).statusCode();
        cookie = began;
        int first = finish(callback).statusCode();
        int second = finish(callback).statusCode();

        // then
        assertThat(List.of(withoutCookie, anotherBrowser, first, second)).containsExactly(401, 401, 200, 401);
    }

    @Test
    void theRequestToTheProviderCarriesAChallengeAndAState() throws Exception {
        // when
        URI address = redirect(get("login"));

        // then
        assertThat(address.getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                .doesNotContain("code_verifier");
    }

    @Test
    void aBrowserWithoutASessionIsSentToTheProviderAndARefusedOneIsNotSentInCircles() throws Exception {
        // when
        HttpResponse<String> page = open("");
        HttpResponse<String> refused = open("login/callback?code=c&state=s");

        // then
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> open(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(station.address().resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private void answerWith(Map<String, Object> claims) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback("hospital", "u-17", "JWT", null, claims));
    }

    /** Begins at the station, follows the redirect to the provider, and returns where the provider sends the browser. */
    private URI begin() throws Exception {
        HttpResponse<String> begun = get("login");
        cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return redirect(client.send(HttpRequest.newBuilder(redirect(begun)).build(), BodyHandlers.ofString()));
    }

    private HttpResponse<String> finish(URI callback) throws Exception {
        return client.send(
                HttpRequest.newBuilder(callback)
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "document")
                        .header("Sec-Fetch-Site", "cross-site")
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI redirect(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String sessionOf(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("vigie-session"))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(station.address().resolve(path))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
    }
}
