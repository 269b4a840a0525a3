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
import org.vigie.configuration.Configuration;
import org.vigie.configuration.ConfigurationException;

class AlertConfigurationTest {
    @Test
    void theExampleFileHoldsTheDefaults() {
        var file = Optional.of(Path.of("config", "alert-streams.yaml"));

        assertThat(Configuration.load(file, AlertConfiguration.class, Map.of()))
                .isEqualTo(AlertConfiguration.defaults());
    }

    @Test
    void theEnvironmentOverrides() {
        var configuration = Configuration.load(
                Optional.empty(),
                AlertConfiguration.class,
                Map.of("VIGIE_WATCH_RISK_AGE", "PT1H", "VIGIE_STATE_DIR", "/tmp/x", "VIGIE_KAFKA_NAMESPACE", "replay"));

        assertThat(configuration.watch().riskAge()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.stateDir()).isEqualTo(Path.of("/tmp/x"));
        assertThat(configuration.kafka().namespace()).isEqualTo("replay");
    }

    @Test
    void aTimeThatIsNotPositiveIsRefused() {
        assertThatThrownBy(() -> Configuration.load(
                        Optional.empty(), AlertConfiguration.class, Map.of("VIGIE_WATCH_SILENCE", "PT0S")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("watch.silence: must be positive, was PT0S");
    }

    @Test
    void aRuleFileThatIsWrongIsRefusedAtTheStartWithItsLine(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("rules.yaml"), "version: 1\nrules: none\n");
        var configuration =
                Configuration.load(Optional.empty(), AlertConfiguration.class, Map.of("VIGIE_RULES", file.toString()));

        assertThatThrownBy(configuration::ruleBook).hasMessage(file + ":2: rules: must be a list, was 'none'");
    }

    @Test
    void theNameOfAnInstanceIsOneWord() {
        assertThatThrownBy(() -> Configuration.load(
                        Optional.empty(), AlertConfiguration.class, Map.of("VIGIE_INSTANCE", "two words")))
                .hasMessageContaining("instance: must be letters");
    }
}
