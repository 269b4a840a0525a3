package org.vigie.modelserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.tls.ServerTlsConfig;

class ModelServerConfigTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFileItListensOnLoopbackOnly() {
        // when
        ModelServerConfig config = ConfigLoader.load(Optional.empty(), ModelServerConfig.class, Map.of());

        // then
        assertThat(config).isEqualTo(ModelServerConfig.defaults());
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.httpPort()).isEqualTo(18000);
        assertThat(config.grpcPort()).isEqualTo(18001);
    }

    @Test
    void everyKeyIsTaken() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("server.yaml"), """
                host: localhost
                tls:
                  certificate: /c.pem
                  privateKey: /k.pem
                  clientAuthorities: /ca.pem
                httpPort: 1
                grpcPort: 2
                allowedHosts: [models.example, "models.example:8443"]
                models: /m
                imputer: /i
                imputerTwoSided: true
                versions: NEWEST
                queue: 3
                workers: 8
                maxRows: 4
                maxWait: PT0.002S
                maxBodyBytes: 5000
                timeout: PT6S
                engine:
                  device: GPU
                  threads: 7
                  maxGraphBytes: 1000
                """);

        // when, then
        assertThat(ConfigLoader.load(Optional.of(file), ModelServerConfig.class, Map.of("VIGIE_QUEUE", "30")))
                .isEqualTo(new ModelServerConfig(
                                "localhost",
                                1,
                                2,
                                List.of("models.example", "models.example:8443"),
                                "/m",
                                VersionPolicy.NEWEST,
                                30,
                                8,
                                4,
                                Duration.ofMillis(2),
                                5000,
                                Duration.ofSeconds(6),
                                new EngineConfig(EngineConfig.EngineDevice.GPU, 7, 1000))
                        .withTls(ServerTlsConfig.ofPem(Path.of("/c.pem"), Path.of("/k.pem"))
                                .withClientAuthorities(Path.of("/ca.pem")))
                        .withImputer("/i")
                        .withTwoSidedImputer());
    }

    @Test
    void aValueThatCannotBeIsRefusedByName() {
        assertRefused("VIGIE_HTTP_PORT", "70000", "httpPort: must lie in 0..65535, was 70000");
        assertRefused("VIGIE_ALLOWED_HOSTS", "['*']", "allowedHosts: must be host names");
        assertRefused("VIGIE_HOST", "0.0.0.0", "host: '0.0.0.0' is beyond loopback, where connections without TLS");
        assertRefused("VIGIE_IMPUTER_TWO_SIDED", "true", "imputerTwoSided: needs the folder of an imputer");
        assertRefused("VIGIE_QUEUE", "0", "queue: must be at least 1, was 0");
        assertRefused("VIGIE_TIMEOUT", "PT0S", "timeout: must be positive, was PT0S");
        assertRefused("VIGIE_MAX_WAIT", "PT-1S", "maxWait: must not be negative, was PT-1S");
        assertRefused("VIGIE_MAX_BODY_BYTES", "9", "maxBodyBytes: must be at least 1024, was 9");
        assertRefused("VIGIE_ENGINE_THREADS", "0", "threads: must be at least 1, was 0");
        assertRefused("VIGIE_ENGINE_MAX_GRAPH_BYTES", "0", "maxGraphBytes: must be positive, was 0");
    }

    private static void assertRefused(String key, String value, String problem) {
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), ModelServerConfig.class, Map.of(key, value)))
                .hasMessageContaining(problem);
    }
}
