package org.vigie.station.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.access.login.LocalUsers;
import org.vigie.access.login.PrivateFile;

class StationSessionsTest {
    private static final String WALL_SCREEN = """
            [{"name": "MUR", "role": "wall-screen", "units": ["*"], "pin": "123456"}]""";
    private static final OidcConfig PROVIDER =
            OidcConfig.at("https://idp.example", "vigie", "https://icu.example/login/callback");

    private static final OidcConfig SHORTER = new OidcConfig(
            PROVIDER.issuer(),
            PROVIDER.clientId(),
            PROVIDER.clientSecretFile(),
            PROVIDER.redirectUri(),
            PROVIDER.rolesClaim(),
            PROVIDER.unitsClaim(),
            PROVIDER.scopes(),
            PROVIDER.checkEvery(),
            Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final Principal screen =
            new Principal("local:MUR", "MUR", Set.of(AccessRole.WALL_SCREEN), UnitScope.everyUnit());
    private final Principal nurse = Principal.of("ab", AccessRole.NURSE, UnitScope.everyUnit());
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private StationSessions sessions;
    private String id;

    @BeforeEach
    void begin() throws IOException {
        edit(WALL_SCREEN);
        sessions = start(OidcConfig.defaults());
        id = sessions.begin(screen).reveal();
    }

    @Test
    void aSessionOutlivesARestart() {
        assertThat(start(OidcConfig.defaults()).find(id)).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[]",
                "[{\"name\": \"MUR\", \"role\": \"nurse\", \"units\": [\"*\"], \"pin\": \"123456\"}]",
                "[{\"name\": \"MUR\", \"role\": \"wall-screen\", \"units\": [\"REA\"], \"pin\": \"123456\"}]",
                "[{\"name\": \"MUR\", \"role\": \"wall-screen\", \"units\": [\"*\"], \"pin\": \"654321\"}]"
            })
    void theSessionOfAUserWhoIsRemovedOrChangedEndsAtOnceAndAfterARestart(String users) throws IOException {
        // when
        edit(users);

        // then
        assertThat(sessions.find(id)).isEmpty();
        assertThat(start(OidcConfig.defaults()).find(id)).isEmpty();
    }

    @Test
    void aSessionByPinCountsForNothingBesideAProvider() {
        assertThat(start(PROVIDER).find(id)).isEmpty();
    }

    @Test
    void aSessionOfAProviderEndsWithTheProvider() {
        // given
        String provided = start(PROVIDER).begin(screen).reveal();
        assertThat(start(PROVIDER).find(provided)).isPresent();

        // when, then
        assertThat(start(OidcConfig.defaults()).find(provided)).isEmpty();
    }

    @Test
    void aSessionAboutWhichNoProviderCanBeAskedLastsAsLongAsEveryOtherOne() {
        // given
        sessions = start(PROVIDER);
        String unchecked = sessions.begin(new ProvidedUser(nurse, "")).reveal();

        // when
        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        boolean isOpen = sessions.find(unchecked).isPresent();
        now = now.plusSeconds(1);

        // then
        assertThat(isOpen).isTrue();
        assertThat(sessions.find(unchecked)).isEmpty();
    }

    @Test
    void whereAShorterEndIsSetItCountsForSessionsAboutWhichNoProviderCanBeAskedAlone() {
        // given
        sessions = start(SHORTER);
        String unchecked = sessions.begin(new ProvidedUser(nurse, "")).reveal();
        String checked = sessions.begin(new ProvidedUser(nurse, "r-1")).reveal();
        String wall = sessions.begin(new ProvidedUser(screen, "")).reveal();

        // when
        now = now.plus(Duration.ofMinutes(59));
        boolean isOpen = sessions.find(unchecked).isPresent();
        now = now.plus(Duration.ofMinutes(1));

        // then
        assertThat(isOpen).isTrue();
        assertThat(sessions.find(unchecked)).isEmpty();
        assertThat(sessions.find(checked)).isPresent();
        assertThat(sessions.find(wall)).isPresent();
    }

    @Test
    void aSessionFromBeforeTheUpgradeKeepsItsEndWhateverShorterOneIsSet() throws IOException {
        // given
        String provided = start(SHORTER).begin(new ProvidedUser(nurse, "")).reveal();
        Path file = folder.resolve("sessions.json");
        String earlier = Files.readString(file).replaceAll(",\"refreshToken\":\"\",\"asked\":[0-9]+", "");

        // when
        new PrivateFile(file).write(earlier);
        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        boolean isOpen = start(SHORTER).find(provided).isPresent();
        now = now.plusSeconds(1);

        // then
        assertThat(earlier).doesNotContain("asked").contains("\"ab\"");
        assertThat(isOpen).isTrue();
        assertThat(start(SHORTER).find(provided)).isEmpty();
    }

    @Test
    void aFileOfAnEarlierReleaseEndsItsSessions() throws IOException {
        // given
        Path file = folder.resolve("sessions.json");
        String earlier = Files.readString(file).replaceAll("\"basis\":\"[0-9a-f]*\",", "");

        // when
        new PrivateFile(file).write(earlier);

        // then
        assertThat(earlier).doesNotContain("basis").contains("local:MUR");
        assertThat(start(OidcConfig.defaults()).find(id)).isEmpty();
    }

    @Test
    void aUserWhoLogsInAgainAndAgainShutsNobodyElseOut() {
        // given
        List<String> own = new ArrayList<>();
        Principal other = Principal.of("cd", AccessRole.NURSE, UnitScope.everyUnit());
        Principal again = Principal.of("ab", AccessRole.NURSE, UnitScope.everyUnit());
        sessions = start(PROVIDER);
        String others = sessions.begin(other).reveal();

        // when
        for (int each = 0; each < 1_050; each++) {
            now = now.plus(Duration.ofMillis(1));
            own.add(sessions.begin(again).reveal());
        }

        // then
        assertThat(sessions.find(others)).isPresent();
        assertThat(own.stream().filter(each -> sessions.find(each).isPresent()))
                .containsExactlyElementsOf(own.subList(1_050 - SessionRoom.MOST_OF_ONE_USER, 1_050));
    }

    @Test
    void theHundredAndFirstLogInOfAWallScreenIsRefusedAndBlanksNone() {
        // given
        for (int each = 1; each < SessionRoom.MOST_OF_ONE_USER; each++) {
            sessions.begin(screen);
        }

        // when, then
        assertThatIllegalStateException().isThrownBy(() -> sessions.begin(screen));
        assertThat(sessions.find(id)).isPresent();
    }

    @Test
    void aWallScreenThatLogsInAgainAmongAHundredGetsANewSessionForItsOwn() {
        // given
        for (int each = 1; each < SessionRoom.MOST_OF_ONE_USER; each++) {
            sessions.begin(screen);
        }

        // when
        String again = sessions.beginInPlaceOf(id, screen).reveal();

        // then
        assertThat(sessions.find(again)).isPresent();
        assertThat(sessions.find(id)).isEmpty();
    }

    private StationSessions start(OidcConfig provider) {
        var users = new LocalUsers(folder.resolve("users.json"), () -> now);
        var config = StationAccessConfig.in(folder).withOidc(provider);
        return new StationSessions(config, new SessionBasis(users, provider), () -> now);
    }

    /** Two writes of one test can have the same time in the file system, so the time moves on by itself. */
    private void edit(String users) throws IOException {
        Path file = folder.resolve("users.json");
        new PrivateFile(file).write(users);
        now = now.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(now));
    }
}
