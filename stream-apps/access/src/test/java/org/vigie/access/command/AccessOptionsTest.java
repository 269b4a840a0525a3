package org.vigie.access.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.access.command.CommandAsker.Standing;
import org.vigie.access.login.ApiTokens;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Tests whom the options, the variables and the log-in of a ward make of the person behind a command. */
class AccessOptionsTest {
    private static final KafkaConnectionConfig HERE = KafkaConnectionConfig.defaults();
    private static final KafkaConnectionConfig ELSEWHERE =
            new KafkaConnectionConfig("127.0.0.1:19092,kafka.icu:9092", "http://127.0.0.1:18081", "ward", 4);

    @TempDir
    private Path folder;

    @Test
    void theAccountOwnsAWardOfThisMachineWhoseLogInIsItsOwnOrIsMissing() {
        // given
        String own = folder.toString();

        // when, then
        assertThat(asker(HERE, Map.of("VIGIE_ACCESS_DIRECTORY", own)).standing())
                .isEqualTo(Standing.OWNER);
        assertThat(asker(HERE, Map.of("VIGIE_ACCESS_DIRECTORY", own + "/none")).standing())
                .isEqualTo(Standing.OWNER);
    }

    @Test
    void aWardElsewhereAtAProviderOrOfAnotherAccountNeedsAToken() {
        assertThat(asker(ELSEWHERE, Map.of()).reason())
                .startsWith("the broker 127.0.0.1:19092,kafka.icu:9092 is not on this machine");
        assertThat(asker(HERE, Map.of("VIGIE_ACCESS_OIDC_ISSUER", "https://login.icu"))
                        .reason())
                .startsWith("users of this ward log in at https://login.icu");
        assertThat(new WardLogIn(HERE, folder, "", "somebody-else").tokenReason())
                .hasValueSatisfying(reason ->
                        assertThat(reason).startsWith("the log-in of this ward, " + folder + ", belongs to "));
    }

    @Test
    void theFileOfATokenOfTheWardProvesItsProgram() {
        // given
        new ApiTokens(folder.resolve("tokens")).own("dr", AccessRole.PHYSICIAN, UnitScope.of("REA"));
        String file = folder.resolve("tokens/dr").toString();

        // when
        CommandAsker asker = asker(ELSEWHERE, Map.of(), "--access", folder.toString(), "--token-file", file);

        // then
        assertThat(asker.standing()).isEqualTo(Standing.TOKEN);
        assertThat(asker.who()).isEqualTo(Principal.of("dr", AccessRole.PHYSICIAN, UnitScope.of("REA")));
    }

    @Test
    void theTokenOfTheVariableCountsWhereNoFileIsNamed() {
        // given
        String token = new ApiTokens(folder.resolve("tokens"))
                .own("study", AccessRole.ANALYST)
                .reveal();
        var ward = Map.of("VIGIE_ACCESS_DIRECTORY", folder.toString());

        // when, then
        assertThat(asker(HERE, with(ward, token)).who().subject()).isEqualTo("study");
        assertThat(asker(HERE, with(ward, "guessed")).standing()).isEqualTo(Standing.WRONG_TOKEN);
        assertThat(asker(HERE, with(ward, " ")).standing()).isEqualTo(Standing.OWNER);
    }

    @Test
    void aFileThatIsMissingOrThatOthersMayReadIsRefused() throws IOException {
        // given
        Path open = Files.writeString(folder.resolve("open"), "secret");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asker(HERE, Map.of(), "--token-file", folder + "/none"))
                .withMessage("--token-file: must be a file with an API token, but there is no " + folder + "/none");
        assertThatIllegalStateException()
                .isThrownBy(() -> asker(HERE, Map.of(), "--token-file", open.toString()))
                .withMessageContaining("must have mode 0600");
    }

    private static Map<String, String> with(Map<String, String> ward, String token) {
        return Map.of("VIGIE_ACCESS_DIRECTORY", ward.get("VIGIE_ACCESS_DIRECTORY"), "VIGIE_TOKEN", token);
    }

    private static CommandAsker asker(
            KafkaConnectionConfig ward, Map<String, String> environment, String... arguments) {
        return CommandRunner.parsed(new AccessOptions(), arguments).asker(ward, environment);
    }
}
