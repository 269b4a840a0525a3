package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.access.AccessOperation;

/** Logs in at an OpenID Connect server over real HTTP: discovery, redirect, code, PKCE, signed ID token. */
class OidcLoginIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private ProvidedStation station;

    @BeforeEach
    void open() throws Exception {
        station = new ProvidedStation(directory.resolve("first"), new MockOAuth2Server());
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void aUserOfTheProviderGetsASessionWithTheRolesAndUnitsOfTheToken() throws Exception {
        // given
        station.answerWith(Map.of(
                "preferred_username", "dupont", "roles", List.of("physician", "staff"), "units", List.of("REA")));

        // when
        HttpResponse<String> answer = station.finish(station.begin());

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        station.keepSession(answer);
        JsonNode user = JSON.readTree(station.get("api/user").body());
        assertThat(user.path("name").asText()).isEqualTo("dupont");
        assertThat(user.path("role").asText()).isEqualTo("physician");
        assertThat(user.at("/units/0").asText()).isEqualTo("REA");
        assertThat(station.get("api/ward").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "PS384", "RS512"})
    void aTokenIsCheckedWithEachAlgorithmThatTheProviderNames(String algorithm) throws Exception {
        // given
        close();
        var provider = new MockOAuth2Server(new OAuth2Config(
                false, null, null, false, new OAuth2TokenProvider(new KeyProvider(List.of(), algorithm))));
        station = new ProvidedStation(directory.resolve(algorithm), provider);
        station.answerWith(Map.of("roles", List.of("nurse"), "units", List.of("REA")));

        // when
        HttpResponse<String> answer = station.finish(station.begin());

        // then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aUserOfAnotherUnitSeesNoPatientHere() throws Exception {
        // given
        station.answerWith(Map.of("roles", List.of("nurse"), "units", List.of("CARDIO")));

        // when
        station.logIn();

        // then
        assertThat(station.get("api/ward").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenWithoutARoleOfVigieIsRefused() throws Exception {
        // given
        station.answerWith(Map.of("roles", List.of("gardener", "service"), "units", List.of("REA")));

        // when
        HttpResponse<String> answer = station.finish(station.begin());

        // then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("vigie-session"));
    }

    @Test
    void aRefusedLogInIsRecordedWithoutTheNameThatTheProviderGave() throws Exception {
        // given
        station.answerWith(Map.of("preferred_username", "dupont", "roles", List.of("gardener")));

        // when
        station.finish(station.begin());

        // then
        assertThat(recordedLogIns()).containsExactly("unknown provider SECRET_WRONG");
    }

    @Test
    void manyRefusalsDoNotFillTheTrail() throws Exception {
        // given
        station.wall().stop();

        // when
        for (int refusal = 0; refusal < 20; refusal++) {
            station.open("login/callback?code=c&state=s" + refusal);
        }

        // then
        assertThat(recordedLogIns()).hasSize(5).containsOnly("unknown provider SECRET_WRONG");
    }

    @Test
    void anAnswerIsTakenOnceAndOnlyFromTheBrowserThatBegan() throws Exception {
        // given
        station.answerWith(Map.of("roles", List.of("nurse"), "units", List.of("REA")));
        URI callback = station.begin();
        String began = station.cookie();

        // when
        station.useCookie("");
        int withoutCookie = station.finish(callback).statusCode();
        station.useCookie("vigie-login=another");
        int anotherBrowser = station.finish(callback).statusCode();
        station.useCookie(began);
        int first = station.finish(callback).statusCode();
        int second = station.finish(callback).statusCode();

        // then
        assertThat(List.of(withoutCookie, anotherBrowser, first, second)).containsExactly(401, 401, 200, 401);
    }

    @Test
    void theRequestToTheProviderCarriesAChallengeAndAState() throws Exception {
        // when
        URI address = ProvidedStation.redirect(station.get("login"));

        // then
        assertThat(address.getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                .doesNotContain("code_verifier");
    }

    @Test
    void aBrowserWithoutASessionIsSentToTheProviderAndARefusedOneIsNotSentInCircles() throws Exception {
        // when
        HttpResponse<String> page = station.open("");
        HttpResponse<String> refused = station.open("login/callback?code=c&state=s");

        // then
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    private List<String> recordedLogIns() {
        return station.access().recorded().stream()
                .filter(each -> each.attempt().operation() == AccessOperation.LOG_IN)
                .map(each -> each.attempt().who().name() + " " + each.attempt().detail() + " " + each.decision())
                .toList();
    }
}
