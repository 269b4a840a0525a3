package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.FlinkConfig.DeploymentMode;
import org.vigie.risk.impute.ImputeConfig;
import org.vigie.risk.score.ScoreConfig;
import org.vigie.risk.window.WindowConfig;

/** Tests the defaults, the mapping and the refusals of the configuration. */
class RiskConfigTest {
    @TempDir
    private Path directory;

    @Test
    void withoutAFileTheDefaultsHold() {
        // when
        var config = ConfigLoader.load(Optional.empty(), RiskConfig.class, Map.of());

        // then
        assertThat(config.score()).isEqualTo(ScoreConfig.defaults());
        assertThat(config.window()).isEqualTo(WindowConfig.defaults());
        assertThat(config.impute().isUsed()).isFalse();
        assertThat(config.flink().mode()).isEqualTo(DeploymentMode.LOCAL);
        assertThat(config.flink().webPort()).isEqualTo(18082);
    }

    @Test
    void everyKeyCanBeSet() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("risk-flink.yaml"), """
                kafka: {bootstrapServers: "k:1", registryUrl: "http://r:2", namespace: replay, partitions: 8}
                scorer: {url: "http://m:3", model: survival-cnn, version: "7", timeout: PT1S, binary: false}
                window: {every: PT1M, outOfOrderness: PT30S, idleAfter: PT3S, forgetAfter: PT6H}
                impute: {model: imputer-attention, version: "1", timeout: PT0.5S, inFlight: 4, breakFor: PT30S}
                score: {timeout: PT4S, retries: 2, retryAfter: PT0.2S, inFlight: 32, breakAfter: PT5S, breakFor: PT20S, explainEvery: PT0S}
                flink: {mode: CLUSTER, directory: /var/risk, checkpointUri: "s3://icu/risk", checkpointEvery: PT10S, parallelism: 4, webPort: 0}
                """);

        // when
        var config = ConfigLoader.load(Optional.of(file), RiskConfig.class, Map.of());

        // then
        assertThat(config)
                .isEqualTo(new RiskConfig(
                                new KafkaConnectionConfig("k:1", "http://r:2", "replay", 8),
                                new InferenceClientConfig(
                                        "http://m:3", "survival-cnn", "7", Duration.ofSeconds(1), false),
                                new WindowConfig(
                                        Duration.ofMinutes(1),
                                        Duration.ofSeconds(30),
                                        Duration.ofSeconds(3),
                                        Duration.ofHours(6)),
                                new ScoreConfig(
                                        Duration.ofSeconds(4),
                                        2,
                                        Duration.ofMillis(200),
                                        32,
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(20),
                                        Duration.ZERO),
                                new FlinkConfig(
                                        DeploymentMode.CLUSTER,
                                        Path.of("/var/risk"),
                                        "s3://icu/risk",
                                        Duration.ofSeconds(10),
                                        4,
                                        0))
                        .withImpute(new ImputeConfig(
                                "imputer-attention", "1", Duration.ofMillis(500), 4, Duration.ofSeconds(30))));
    }

    @Test
    void anEnvironmentVariableOverrides() {
        // when
        var config = ConfigLoader.load(
                Optional.empty(),
                RiskConfig.class,
                Map.of("VIGIE_WINDOW_EVERY", "PT1M", "VIGIE_FLINK_DIRECTORY", "/data/risk"));

        // then
        assertThat(config.window().every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.flink().directory()).isEqualTo(Path.of("/data/risk"));
    }

    @Test
    void everyBrokenRuleIsNamed() {
        // given
        var broken = Map.of(
                "VIGIE_WINDOW_EVERY", "PT0S",
                "VIGIE_IMPUTE_TIMEOUT", "PT0S",
                "VIGIE_SCORE_RETRIES", "0",
                "VIGIE_FLINK_PARALLELISM", "0");

        // when, then
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), RiskConfig.class, broken))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("window.every: must be positive, was PT0S")
                .hasMessageContaining("impute.timeout: must be positive, was PT0S")
                .hasMessageContaining("score.retries: must be positive, was 0")
                .hasMessageContaining("flink.parallelism: must be positive, was 0");
    }

    @Test
    void portsAndCheckpointsHaveTheirBounds() {
        // when, then
        assertThatThrownBy(() -> new FlinkConfig(DeploymentMode.LOCAL, directory, Duration.ofSeconds(5), 2, 70_000))
                .hasMessage("flink.webPort: must lie in 0..65535, was 70000");
        assertThatThrownBy(() -> new FlinkConfig(DeploymentMode.LOCAL, directory, Duration.ZERO, 2, 0))
                .hasMessage("flink.checkpointEvery: must be at least PT0.1S, was PT0S");
    }

    @Test
    void aClusterKeepsItsCheckpointsWhereTheUriSays() {
        // given
        var here = new FlinkConfig(DeploymentMode.CLUSTER, directory, Duration.ofSeconds(5), 2, 0);
        var far = new FlinkConfig(DeploymentMode.CLUSTER, directory, "s3://icu/risk", Duration.ofSeconds(5), 2, 0);

        // when, then
        assertThat(here.checkpointLocation())
                .isEqualTo(directory.resolve("checkpoints").toUri().toString());
        assertThat(far.checkpointLocation()).isEqualTo("s3://icu/risk");
    }

    @Test
    void aCheckpointUriNeedsASchemeAndACluster() {
        // when, then
        assertThatThrownBy(() ->
                        new FlinkConfig(DeploymentMode.CLUSTER, directory, "icu/risk", Duration.ofSeconds(5), 2, 0))
                .hasMessageStartingWith("flink.checkpointUri: must be a URI such as");
        assertThatThrownBy(() ->
                        new FlinkConfig(DeploymentMode.LOCAL, directory, "s3://icu/risk", Duration.ofSeconds(5), 2, 0))
                .hasMessageStartingWith("flink.checkpointUri: must be empty with flink.mode LOCAL");
    }
}
