package org.vigie.sink;

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
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.sink.store.InfluxDbConfig;
import org.vigie.sink.store.StoreTlsConfig;

class SinkConfigTest {
    @Test
    void nothingStatedGivesTheDefaults() {
        assertThat(ConfigLoader.load(Optional.empty(), SinkConfig.class, Map.of()))
                .isEqualTo(new SinkConfig(
                        KafkaConnectionConfig.defaults(),
                        "http://127.0.0.1:19000",
                        "admin",
                        Optional.empty(),
                        5_000,
                        Duration.ofMillis(500),
                        "1"));
    }

    @Test
    void everyKeyIsRead(@TempDir Path dir) throws IOException {
        // given
        Path file = Files.writeString(dir.resolve("sink.yaml"), """
                kafka:
                  bootstrapServers: kafka:9092
                  registryUrl: http://registry:8081
                  namespace: replay-1
                  partitions: 8
                storeUrl: https://store:9000
                storeUser: writer
                storePasswordFile: /run/secrets/store
                batchRows: 1000
                linger: PT1S
                instance: b
                """);

        // when, then
        assertThat(ConfigLoader.load(Optional.of(file), SinkConfig.class, Map.of()))
                .isEqualTo(new SinkConfig(
                        new KafkaConnectionConfig("kafka:9092", "http://registry:8081", "replay-1", 8),
                        "https://store:9000",
                        "writer",
                        Optional.of(Path.of("/run/secrets/store")),
                        1_000,
                        Duration.ofSeconds(1),
                        "b"));
    }

    @Test
    void aBucketMakesTheStoreAnInfluxDb() {
        // when
        SinkConfig config = ConfigLoader.load(
                Optional.empty(),
                SinkConfig.class,
                Map.of(
                        "VIGIE_INFLUXDB_BUCKET", "ward",
                        "VIGIE_INFLUXDB_ORGANISATION", "chu",
                        "VIGIE_INFLUXDB_TOKEN_FILE", "/run/secrets/token"));

        // then
        assertThat(config.influxdb())
                .isEqualTo(new InfluxDbConfig("ward", "chu", Optional.of(Path.of("/run/secrets/token"))));
        assertThat(config.tables().statements()).isEmpty();
    }

    @Test
    void aWrongValueIsRefusedByItsKey() {
        assertThatThrownBy(() -> load("VIGIE_STORE_URL", "127.0.0.1:9000"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("storeUrl: must begin with http:// or https://");
        assertThatThrownBy(() -> load("VIGIE_STORE_URL", "http://store:9000"))
                .hasMessageContaining("storeUrl: 'http://store:9000' is beyond loopback, where http would show");
        assertThatThrownBy(() -> load("VIGIE_STORE_URL", "http://sto_re:9000"))
                .hasMessageContaining("storeUrl: must name a host");
        assertThatThrownBy(() -> load("VIGIE_STORE_USER", "'a:b'"))
                .hasMessageContaining("storeUser: must be a name without a colon");
        assertThatThrownBy(() -> load("VIGIE_INFLUXDB_TOKEN_FILE", "/run/secrets/token"))
                .hasMessageContaining("influxdb.bucket: must be named when influxdb.tokenFile is");
        assertThatThrownBy(() -> load("VIGIE_INFLUXDB_ORGANISATION", "' '"))
                .hasMessageContaining("influxdb.organisation: must not be blank");
        assertThatThrownBy(() -> load("VIGIE_BATCH_ROWS", "0"))
                .hasMessageContaining("batchRows: must be positive, was 0");
        assertThatThrownBy(() -> load("VIGIE_LINGER", "PT-1S"))
                .hasMessageContaining("linger: must not be negative, was PT-1S");
        assertThatThrownBy(() -> load("VIGIE_INSTANCE", "' '")).hasMessageContaining("instance: must not be blank");
    }

    @Test
    void whereTheNetworkEncryptsAStoreBeyondLoopbackIsReachedByHttp() {
        // when
        SinkConfig config = ConfigLoader.load(
                Optional.empty(),
                SinkConfig.class,
                Map.of("VIGIE_STORE_URL", "http://store:9000", "VIGIE_STORE_TLS_PLAIN_HOSTS", "[questdb, store]"));

        // then
        assertThat(config.storeTls()).isEqualTo(new StoreTlsConfig(Optional.empty(), List.of("questdb", "store")));
    }

    @Test
    void anotherStoreThanTheOneThatWasNamedIsNotReachedInClear() {
        assertThatThrownBy(() -> ConfigLoader.load(
                        Optional.empty(),
                        SinkConfig.class,
                        Map.of("VIGIE_STORE_URL", "http://other:9000", "VIGIE_STORE_TLS_PLAIN_HOSTS", "[questdb]")))
                .hasMessageContaining("storeUrl: 'http://other:9000' is beyond loopback")
                .hasMessageContaining("was [questdb]");
        assertThatThrownBy(() -> load("VIGIE_STORE_TLS_PLAIN_HOSTS", "['*']"))
                .hasMessageContaining("storeTls.plainHosts: must be names of hosts as storeUrl has them, was '*'");
    }

    private static SinkConfig load(String variable, String value) {
        return ConfigLoader.load(Optional.empty(), SinkConfig.class, Map.of(variable, value));
    }
}
