package org.vigie.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.RecordedAudit;
import org.vigie.access.UnitScope;
import picocli.CommandLine;

/** Tests the files that hold secrets: their mode, their use, and what is refused. */
class LoginFilesTest {
    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void everyFileWithASecretIsReadableByItsOwnerAlone() throws IOException {
        // given
        new LoginCode(folder.resolve("access/login-code"));
        new LocalUsers(folder.resolve("access/users.json"), () -> now);
        // when
        new ApiTokens(folder.resolve("access/tokens")).own("probe", AccessRole.SERVICE);

        // then
        try (Stream<Path> all = Files.walk(folder.resolve("access"))) {
            assertThat(all.filter(Files::isRegularFile))
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
        assertThat(mode(folder.resolve("access"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("access/tokens"))).isEqualTo("rwx------");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("users.json"), "[]");
        // when
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        // then
        assertThatIllegalStateException()
                .isThrownBy(() -> new LocalUsers(file, () -> now))
                .withMessageContaining("must have mode 0600, but also allows [GROUP_READ]");
    }

    @Test
    void aLinkWorksOnce() {
        // given
        var link = new LoginCode(folder.resolve("login-code"));
        // when
        String code = link.current().reveal();

        // then
        assertThat(link.use("another")).isFalse();
        assertThat(link.use(code)).isTrue();
        assertThat(link.use(code)).isFalse();
        assertThat(link.use(link.current().reveal())).isTrue();
    }

    @Test
    void aTokenNamesItsProgramItsRoleAndItsUnits() {
        // given
        new PrivateFile(folder.resolve("tokens/lab")).write("abc integrator REA,CARDIO\n");
        var tokens = new ApiTokens(folder.resolve("tokens"));

        // when, then
        assertThat(tokens.principal("Bearer abc"))
                .contains(new Principal("lab", "lab", Set.of(AccessRole.INTEGRATOR), UnitScope.of("REA", "CARDIO")));
        assertThat(tokens.principal("Bearer abcd")).isEmpty();
        assertThat(tokens.principal("abc")).isEmpty();
        assertThat(tokens.principal("")).isEmpty();
    }

    @Test
    void theTokenOfAProgramStaysTheSame() {
        // given
        String first = new ApiTokens(folder.resolve("tokens"))
                .own("probe", AccessRole.SERVICE)
                .reveal();
        var again = new ApiTokens(folder.resolve("tokens"));

        // when, then
        assertThat(again.own("probe", AccessRole.SERVICE).reveal()).isEqualTo(first);
        assertThat(again.principal("Bearer " + first)).isPresent();
    }

    @Test
    void aTokenThatIsAddedOrTakenAwayCountsWithoutARestart() throws IOException {
        // given
        var tokens = new ApiTokens(folder.resolve("tokens"));
        String late = new ApiTokens(folder.resolve("tokens"))
                .own("late", AccessRole.SERVICE)
                .reveal();
        assertThat(tokens.principal("Bearer " + late)).isPresent();

        // when
        Files.delete(folder.resolve("tokens/late"));

        // then
        assertThat(tokens.principal("Bearer " + late)).isEmpty();
    }

    @Test
    void aBrokenFileKeepsNoDeletedTokenAliveAndStopsNoOther() throws IOException {
        // given
        var tokens = new ApiTokens(folder.resolve("tokens"));
        String deleted = tokens.own("deleted", AccessRole.SERVICE).reveal();
        String other = tokens.own("other", AccessRole.SERVICE).reveal();
        assertThat(tokens.principal("Bearer " + deleted)).isPresent();

        // when
        new PrivateFile(folder.resolve("tokens/broken")).write("no token at all, to be sure\n");
        Files.delete(folder.resolve("tokens/deleted"));

        // then
        assertThat(tokens.principal("Bearer " + deleted)).isEmpty();
        assertThat(tokens.principal("Bearer " + other)).isPresent();
    }

    @Test
    void aTokenThatIsReplacedInsideItsFileNoLongerCounts() throws IOException {
        // given
        Path file = folder.resolve("tokens/lab");
        new PrivateFile(file).write("abc integrator REA\n");
        Files.setLastModifiedTime(file, FileTime.from(now));
        var tokens = new ApiTokens(folder.resolve("tokens"));

        // when
        Files.writeString(file, "xyz integrator REA\n");

        // then
        assertThat(tokens.principal("Bearer abc")).isEmpty();
        assertThat(tokens.principal("Bearer xyz")).isPresent();
    }

    @Test
    void aFolderThatIsGoneProvesNobody() throws IOException {
        // given
        Path file = folder.resolve("tokens/lab");
        new PrivateFile(file).write("abc integrator REA\n");
        var tokens = new ApiTokens(folder.resolve("tokens"));

        // when
        Files.delete(file);
        Files.delete(folder.resolve("tokens"));

        // then
        assertThat(tokens.principal("Bearer abc")).isEmpty();
    }

    @Test
    void theTokenCommandPrintsTheSameTokenAgainForItsUnits() {
        // given
        var printed = new StringWriter();
        var audit = new RecordedAudit();
        var command = new CommandLine(new TokenCommand((kafka, err) -> audit)).setOut(new PrintWriter(printed));
        String[] asked = {"lab", "--role", "integrator", "--units", "REA,USC", "--folder", folder.toString()};

        // when
        command.execute(asked);
        command.execute(asked);

        // then
        List<String> lines = printed.toString().lines().toList();
        assertThat(lines).hasSize(2).allMatch(lines.get(0)::equals);
        assertThat(new ApiTokens(folder).principal("Bearer " + lines.get(0)))
                .contains(Principal.of("lab", AccessRole.INTEGRATOR, UnitScope.of("REA", "USC")));
        assertThat(audit.recorded())
                .extracting(event ->
                        event.attempt().operation() + " " + event.attempt().detail())
                .containsExactly(
                        "CHANGE_CONFIGURATION token of lab in " + folder
                                + ": made, with the role integrator and the units [REA, USC]",
                        "CHANGE_CONFIGURATION token of lab in " + folder + ": printed again")
                .noneMatch(event -> event.contains(lines.get(0)));
    }

    @Test
    void theTokenCommandRefusesANameThatIsAPath() {
        // given
        var refused = new StringWriter();
        var audit = new RecordedAudit();
        var command = new CommandLine(new TokenCommand((kafka, err) -> audit)).setErr(new PrintWriter(refused));

        // when
        int status = command.execute("../users.json", "--folder", folder.toString());

        // then
        assertThat(status).isNotZero();
        assertThat(refused.toString()).contains("name: must be 1 to 64 letters");
        assertThat(audit.recorded()).isEmpty();
    }

    @Test
    void aTokenFileWithAnUnknownRoleIsRefusedByName() {
        // when
        new PrivateFile(folder.resolve("tokens/lab")).write("abc superuser *\n");

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiTokens(folder.resolve("tokens")))
                .withMessageContaining("lab: must hold a token, a role and units");
    }

    @Test
    void aUserIsKnownByThePinAndLockedAfterFiveWrongOnes() {
        // given
        new PrivateFile(folder.resolve("users.json")).write("""
                [{"name": "AB", "role": "nurse", "units": ["REA"], "pin": "123456"}]""");
        var users = new LocalUsers(folder.resolve("users.json"), () -> now);
        assertThat(users.withPin("AB", "123456"))
                .contains(new Principal("local:AB", "AB", Set.of(AccessRole.NURSE), UnitScope.of("REA")));

        // when
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(users.withPin("AB", "000000")).isEmpty();
        }

        // then
        assertThat(users.withPin("AB", "123456")).isEmpty();
        now = now.plusSeconds(60);
        assertThat(users.withPin("AB", "123456")).isPresent();
    }

    @Test
    void aFileOfUsersIsReadAgainAndABrokenOneLeavesTheUsersAsTheyWere() throws IOException {
        // given
        Path file = folder.resolve("users.json");
        var users = new LocalUsers(file, () -> now);

        // when
        edit(file, """
                [{"name": "AB", "role": "nurse", "units": ["REA"], "pin": "123456"}]""");
        // then
        assertThat(users.names()).containsExactly("AB");

        // when
        for (String broken : List.of("[{\"name\"", "[null]", "[{\"name\": \"CD\"}]")) {
            edit(file, broken);
            // then
            assertThat(users.names()).as(broken).containsExactly("AB");
        }
    }

    @Test
    void aFileOfUsersThatOthersMightReadCountsOnceItsModeIsMended() throws IOException {
        // given
        Path file = folder.resolve("users.json");
        var users = new LocalUsers(file, () -> now);
        edit(file, """
                [{"name": "AB", "role": "nurse", "units": ["REA"], "pin": "123456"}]""");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(users.names()).contains("IDE");

        // when
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        // then
        assertThat(users.names()).containsExactly("AB");
    }

    /** Two writes of one test can have the same time in the file system, so the time moves on by itself. */
    private void edit(Path file, String text) throws IOException {
        new PrivateFile(file).write(text);
        now = now.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    @Test
    void theFirstStartMakesAUserOfEachRoleWithARandomPin() throws IOException {
        // given
        var users = new LocalUsers(folder.resolve("users.json"), () -> now);
        // when
        new LocalUsers(folder.resolve("others.json"), () -> now);

        // then
        assertThat(users.names()).containsExactly("IDE", "CADRE", "MED", "ECRAN");
        assertThat(users.first(AccessRole.PHYSICIAN)).map(Principal::name).contains("MED");
        assertThat(folder.resolve("users.json"))
                .content()
                .isNotEqualTo(Files.readString(folder.resolve("others.json")));
    }

    @Test
    void aFileOfUsersThatMakesNoSenseIsRefused() {
        // when
        new PrivateFile(folder.resolve("users.json")).write("""
                [{"name": "AB", "role": "nurse", "units": ["REA"], "pin": "1234"}]""");

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalUsers(folder.resolve("users.json"), () -> now))
                .withMessageContaining("the PIN of AB must be six digits");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
