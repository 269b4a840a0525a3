package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessDecision;
import org.vigie.station.login.RequestCredentials;

/** Follows sessions after their log-in at an OpenID Connect server: it is asked again, over real HTTP, with the refresh token. */
class OidcSessionIT {
    private static final Duration CHECK = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final Map<String, Object> claims =
            new ConcurrentHashMap<>(Map.of("roles", List.of("nurse"), "units", List.of("REA")));
    private final ProviderUser user = new ProviderUser(claims);
    private ProvidedStation station;

    @BeforeEach
    void open() throws Exception {
        station = new ProvidedStation(directory.resolve("access"), provider);
        station.answerWith(user);
        station.logIn();
        assertThat(station.get("api/ward").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void aUserWhomTheProviderRemovesHasNoSessionAfterTheNextCheck() throws Exception {
        // given
        user.error = OAuth2Error.INVALID_GRANT.getCode();

        // when
        station.login().checkSessions();
        int early = station.get("api/ward").statusCode();
        checkLater();

        // then
        assertThat(List.of(early, station.get("api/ward").statusCode())).containsExactly(200, 401);
        assertThat(station.access().recorded())
                .filteredOn(event -> event.decision() == AccessDecision.SECRET_WRONG)
                .singleElement()
                .satisfies(event -> assertThat(event.attempt().detail())
                        .isEqualTo("provider, asked again: the provider refused with invalid_grant"));
    }

    @Test
    void aUserWithAnotherRoleOrWithoutOneHasNoSessionAfterTheNextCheck() throws Exception {
        // when
        checkLater();
        int same = station.get("api/ward").statusCode();
        claims.put("roles", List.of("physician"));
        checkLater();

        // then
        assertThat(List.of(same, station.get("api/ward").statusCode())).containsExactly(200, 401);
    }

    @Test
    void aUserWithoutARoleAnyMoreHasNoSessionAfterTheNextCheck() throws Exception {
        // when
        claims.remove("roles");
        checkLater();

        // then
        assertThat(station.get("api/ward").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionIsCheckedAlsoAfterARestart() throws Exception {
        // given
        var credentials = new RequestCredentials(station.session(), "", name -> null);
        var restarted = station.access().restarted();
        assertThat(restarted.principal(credentials)).isPresent();

        // when
        user.error = OAuth2Error.INVALID_GRANT.getCode();
        station.wall().move(CHECK);
        restarted.checkSessions();

        // then
        assertThat(restarted.principal(credentials)).isEmpty();
    }

    @Test
    void aProviderThatIsAwayOrBrokenEndsNoSessionAndIsAskedAgain() throws Exception {
        // given
        user.error = OAuth2Error.SERVER_ERROR.getCode();
        checkLater();
        int broken = station.get("api/ward").statusCode();
        user.error = OAuth2Error.INVALID_CLIENT.getCode();
        checkLater();
        int wrongClient = station.get("api/ward").statusCode();

        // when
        user.error = OAuth2Error.INVALID_GRANT.getCode();
        checkLater();

        // then
        assertThat(List.of(broken, wrongClient, station.get("api/ward").statusCode()))
                .containsExactly(200, 200, 401);
    }

    @Test
    void anIdTokenThatCannotBeCheckedLosesNoRefreshTokenOfAProviderThatUsesEachOnce() throws Exception {
        // given
        close();
        station = new ProvidedStation(
                directory.resolve("rotating"),
                new MockOAuth2Server(new OAuth2Config(false, null, null, true, new OAuth2TokenProvider())));
        station.answerWith(user);
        station.logIn();
        claims.put("iss", "https://another.example");
        checkLater();
        int unchecked = station.get("api/ward").statusCode();

        // when
        claims.remove("iss");
        checkLater();
        int checked = station.get("api/ward").statusCode();
        user.error = OAuth2Error.INVALID_GRANT.getCode();
        checkLater();

        // then
        assertThat(List.of(unchecked, checked, station.get("api/ward").statusCode()))
                .containsExactly(200, 200, 401);
    }

    @Test
    void aProviderThatDoesNotAnswerEndsNoSession() throws Exception {
        // when
        provider.shutdown();
        checkLater();

        // then
        assertThat(station.get("api/ward").statusCode()).isEqualTo(200);
    }

    @Test
    void aWallScreenGoesOnShowingAlarmsWhenTheProviderRefusesIt() throws Exception {
        // given
        var screen = new ProviderUser(Map.of("roles", List.of("wall-screen"), "units", List.of("REA")));
        station.answerWith(screen);
        station.logIn();

        // when
        screen.error = OAuth2Error.INVALID_GRANT.getCode();
        checkLater();
        checkLater();

        // then
        assertThat(station.get("api/ward").statusCode()).isEqualTo(200);
        assertThat(station.access().recorded())
                .filteredOn(event -> event.decision() == AccessDecision.SECRET_WRONG)
                .hasSize(1);
    }

    private void checkLater() {
        station.wall().move(CHECK);
        station.login().checkSessions();
    }

    /** Answers for one user until it is told to refuse. */
    private static final class ProviderUser extends DefaultOAuth2TokenCallback {
        private volatile String error = "";

        ProviderUser(Map<String, Object> claims) {
            super("hospital", "u-17", "JWT", null, claims);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            if (!error.isEmpty()) {
                throw new OAuth2Exception(new ErrorObject(error, "told by the test", 400), "told by the test");
            }
            return super.addClaims(request);
        }
    }
}
