package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigContentDigestsTest {
    private static final String KEY = "a-key-of-the-ward";

    @TempDir
    private Path folder;

    record SecretsConfig(
            String password,
            String url,
            Optional<Path> passwordFile,
            String certificate,
            Path tokens,
            List<Path> rules) {}

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("tokens"));
        for (String file : List.of("password", "certificate", "tokens/lab", "a.yaml", "b.yaml", "users.json")) {
            Files.writeString(folder.resolve(file), file);
        }
    }

    @Test
    void eachSecretAndEachNamedFileHasADigestAndNothingElse() {
        assertThat(digests("hospital"))
                .containsOnlyKeys(
                        "password",
                        "url",
                        "passwordFile",
                        "certificate",
                        "tokens/lab",
                        "rules",
                        "rules b.yaml",
                        "access/users.json")
                .allSatisfy((key, digest) -> assertThat(digest).matches("[0-9a-f]{16}"));
        assertThat(digests("")).doesNotContainKey("password");
    }

    @Test
    void theDigestChangesWithTheContentAlone() throws IOException {
        // given
        Map<String, String> before = digests("hospital");

        // when
        Files.writeString(folder.resolve("users.json"), "other users");
        Map<String, String> after = digests("hospital");

        // then
        assertThat(after.get("access/users.json")).isNotEqualTo(before.get("access/users.json"));
        assertThat(after.entrySet().stream().filter(entry -> !before.containsValue(entry.getValue())))
                .hasSize(1);
        assertThat(digests("another").get("password")).isNotEqualTo(before.get("password"));
    }

    @Test
    void whoDoesNotHaveTheKeyCannotTryShortSecrets() {
        assertThat(ConfigContentDigests.of(config("123456"), Map.of(), "one").get("password"))
                .isNotEqualTo(ConfigContentDigests.of(config("123456"), Map.of(), "two")
                        .get("password"));
    }

    @Test
    void aFileThatIsMissingOrTooLargeHasNone() throws IOException {
        // when
        Files.delete(folder.resolve("users.json"));
        Files.write(folder.resolve("certificate"), new byte[(1 << 20) + 1]);

        // then
        assertThat(digests("")).doesNotContainKeys("access/users.json", "certificate");
    }

    record ClientConfig(Map<String, String> client) {}

    @Test
    void aSecretThatIsNamedByItsFileHasTheDigestOfItsContent() throws IOException {
        // given
        var config = new ClientConfig(Map.of("ssl.key.password", "${file:" + folder.resolve("password") + "}"));
        Map<String, String> before = ConfigContentDigests.of(config, Map.of(), KEY);

        // when
        Files.writeString(folder.resolve("password"), "another");

        // then
        assertThat(before).containsOnlyKeys("client.ssl.key.password");
        assertThat(ConfigContentDigests.of(config, Map.of(), KEY)).isNotEqualTo(before);
    }

    private Map<String, String> digests(String password) {
        return ConfigContentDigests.of(
                config(password), Map.of("access/users.json", folder.resolve("users.json")), KEY);
    }

    private SecretsConfig config(String password) {
        return new SecretsConfig(
                password,
                "mqtt://lab:word@127.0.0.1:1883",
                Optional.of(folder.resolve("password")),
                folder.resolve("certificate").toString(),
                folder.resolve("tokens"),
                List.of(folder.resolve("a.yaml"), folder.resolve("b.yaml")));
    }
}
