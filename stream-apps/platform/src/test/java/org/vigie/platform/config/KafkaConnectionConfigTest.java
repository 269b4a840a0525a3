package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.tls.ClientTlsConfig;

class KafkaConnectionConfigTest {
    @Test
    void theDefaultsNameTheLocalWard() {
        assertThat(KafkaConnectionConfig.defaults().topics().observationsRaw().name())
                .isEqualTo("vigie.ward.observations.raw");
    }

    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> new KafkaConnectionConfig("nowhere", "http://r", "ward", 4))
                .hasMessage("kafka.bootstrapServers: must be host:port, several with commas, was 'nowhere'");
        assertThatThrownBy(() -> new KafkaConnectionConfig("a:1,b:2", "ftp://r", "ward", 4))
                .hasMessageContaining("kafka.registryUrl");
        assertThatThrownBy(() -> new KafkaConnectionConfig("a:1", "http://r", "Ward!", 4))
                .hasMessageContaining("namespace");
        assertThatThrownBy(() -> new KafkaConnectionConfig("a:1", "http://r", "ward", 0))
                .hasMessage("kafka.partitions: must be positive, was 0");
    }

    @Test
    void everyClientGetsThePropertiesOfTheFile(@TempDir Path dir) throws IOException {
        // given
        Path file = Files.writeString(
                dir.resolve("client.properties"), "security.protocol=SSL\nbootstrap.servers=other:1\nlinger.ms=5\n");
        var kafka = new KafkaConnectionConfig(
                "a:1", "http://r", Path.of("none"), ClientTlsConfig.defaults(), "ward", 4, Optional.of(file));

        // when
        Map<String, Object> settings = kafka.clientSettings(Map.of("linger.ms", 0));

        // then
        assertThat(settings)
                .containsOnly(
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("bootstrap.servers", "a:1"),
                        Map.entry("linger.ms", 0));
    }

    @Test
    void theMapOfTheConfigurationCountsBeforeTheFileAndReachesEveryClient(@TempDir Path dir) throws IOException {
        // given
        Files.writeString(dir.resolve("client.properties"), "security.protocol=SSL\nlinger.ms=5\n");
        Files.writeString(dir.resolve("key.password"), "s3cret\n");
        Path file = Files.writeString(dir.resolve("app.yaml"), """
                kafka:
                  clientProperties: %1$s/client.properties
                  client:
                    security.protocol: SASL_SSL
                    request.timeout.ms: 9000
                    ssl.key.password: ${file:%1$s/key.password}
                  registryClient:
                    basic.auth.credentials.source: USER_INFO
                    basic.auth.user.info: vigie:${file:%1$s/key.password}
                """.formatted(dir));

        // when
        var kafka =
                ConfigLoader.load(Optional.of(file), AppConfig.class, Map.of()).kafka();

        // then
        assertThat(kafka.withNamespace("other").withPartitions(2).clientSettings(Map.of()))
                .containsOnly(
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("linger.ms", "5"),
                        Map.entry("request.timeout.ms", "9000"),
                        Map.entry("ssl.key.password", "s3cret"),
                        Map.entry("bootstrap.servers", "127.0.0.1:19092"));
        assertThat(kafka.registry().client()).containsEntry("basic.auth.user.info", "vigie:s3cret");
        assertThat(kafka.toString()).doesNotContain("s3cret");
    }

    @Test
    void aSecretInClearInTheMapIsRefusedAtTheStart(@TempDir Path dir) throws IOException {
        // given
        Path file = Files.writeString(dir.resolve("app.yaml"), "kafka: {registryClient: {bearer.auth.token: s3cret}}");

        // when, then
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(file), AppConfig.class, Map.of()))
                .hasMessageContaining("kafka.registryClient.bearer.auth.token: must name its secret by ${file:PATH}")
                .hasMessageNotContaining("s3cret");
    }

    record AppConfig(KafkaConnectionConfig kafka) {
        static AppConfig defaults() {
            return new AppConfig(KafkaConnectionConfig.defaults());
        }
    }

    @Test
    void aFileOfPropertiesThatCannotBeReadIsNamed() {
        // given
        var kafka = new KafkaConnectionConfig(
                "a:1",
                "http://r",
                Path.of("none"),
                ClientTlsConfig.defaults(),
                "ward",
                4,
                Optional.of(Path.of("/nowhere")));

        // when, then
        assertThatThrownBy(() -> kafka.clientSettings(Map.of()))
                .hasMessage("kafka.clientProperties: must be a file that can be read, was /nowhere");
    }

    /** The chart hands over the passwords of key stores this way. */
    @Test
    void aPasswordInAFolderOfSecretsIsRead(@TempDir Path secrets) throws IOException {
        // given
        Files.writeString(secrets.resolve("user.password"), "s3cret");
        Path file = Files.writeString(secrets.resolve("client.properties"), """
                config.providers=dir
                config.providers.dir.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider
                ssl.keystore.password=${dir:%s:user.password}
                """.formatted(secrets));
        var kafka = new KafkaConnectionConfig(
                "a:1", "http://r", Path.of("none"), ClientTlsConfig.defaults(), "ward", 4, Optional.of(file));

        // when
        var settings = new AdminClientConfig(kafka.clientSettings(Map.of()));

        // then
        assertThat(settings.getPassword("ssl.keystore.password").value()).isEqualTo("s3cret");
    }
}
