package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;

/** Tests the defaults, the mapping and the refusals of the configuration. */
class AlertStreamsConfigTest {
    @Test
    void theExampleFileHoldsTheDefaults() {
        // given
        var file = Optional.of(Path.of("config", "alert-streams.yaml"));

        // when, then
        assertThat(ConfigLoader.load(file, AlertStreamsConfig.class, Map.of()))
                .isEqualTo(AlertStreamsConfig.defaults());
    }

    @Test
    void theEnvironmentOverrides() {
        // when
        var configuration = ConfigLoader.load(
                Optional.empty(),
                AlertStreamsConfig.class,
                Map.of("VIGIE_WATCH_RISK_AGE", "PT1H", "VIGIE_STATE_DIR", "/tmp/x", "VIGIE_KAFKA_NAMESPACE", "replay"));

        // then
        assertThat(configuration.watch().riskAge()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.stateDir()).isEqualTo(Path.of("/tmp/x"));
        assertThat(configuration.kafka().namespace()).isEqualTo("replay");
    }

    @Test
    void aTimeThatIsNotPositiveIsRefused() {
        assertThatThrownBy(() -> ConfigLoader.load(
                        Optional.empty(), AlertStreamsConfig.class, Map.of("VIGIE_WATCH_SILENCE", "PT0S")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("watch.silence: must be positive, was PT0S");
        assertThatThrownBy(() -> ConfigLoader.load(
                        Optional.empty(), AlertStreamsConfig.class, Map.of("VIGIE_WATCH_MONITOR_SILENCE", "PT0S")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("watch.monitorSilence: must be positive, was PT0S");
    }

    @Test
    void aRuleFileThatIsWrongIsRefusedAtTheStartWithItsLine(@TempDir Path directory) throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("rules.yaml"), "version: 1\nrules: none\n");
        var configuration =
                ConfigLoader.load(Optional.empty(), AlertStreamsConfig.class, Map.of("VIGIE_RULES", file.toString()));

        // when, then
        assertThatThrownBy(configuration::ruleCatalogue).hasMessage(file + ":2: rules: must be a list, was 'none'");
    }

    @Test
    void theNameOfAShippedRuleSetIsTaken() {
        // given
        var configuration =
                ConfigLoader.load(Optional.empty(), AlertStreamsConfig.class, Map.of("VIGIE_RULES", "adult-icu-3"));

        // then
        assertThat(configuration.ruleCatalogue().version()).isEqualTo("adult-icu-3");
        assertThat(AlertStreamsConfig.defaults().ruleCatalogue().version()).isEqualTo("adult-icu-4");
    }

    @Test
    void theNameOfAnInstanceIsOneWord() {
        assertThatThrownBy(() -> ConfigLoader.load(
                        Optional.empty(), AlertStreamsConfig.class, Map.of("VIGIE_INSTANCE", "two words")))
                .hasMessageContaining("instance: must be letters");
    }
}
