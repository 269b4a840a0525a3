package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.signal.clean.CleaningRevision;

/** Tests the defaults, the mapping and the refusals of the configuration. */
class VitalsStreamsConfigTest {
    private static final Path EXAMPLE = Path.of("config", "vitals-streams.yaml");

    @Test
    void theExampleStatesTheDefaults() {
        assertThat(ConfigLoader.load(Optional.of(EXAMPLE), VitalsStreamsConfig.class, Map.of()))
                .isEqualTo(VitalsStreamsConfig.defaults());
    }

    @Test
    void everyValueCanBeOverridden() {
        // given
        Map<String, String> environment = Map.of(
                "VIGIE_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "VIGIE_KAFKA_REGISTRY_URL", "http://registry",
                "VIGIE_KAFKA_NAMESPACE", "replay",
                "VIGIE_KAFKA_PARTITIONS", "12",
                "VIGIE_STATE_DIR", "/state",
                "VIGIE_MEMORY_HORIZON", "PT1H",
                "VIGIE_MEMORY_MESSAGES", "7",
                "VIGIE_MEMORY_SECONDS", "PT3H",
                "VIGIE_MEMORY_INSTANTS", "8",
                "VIGIE_INSTANCE", "2");

        // when, then
        assertThat(ConfigLoader.load(Optional.of(EXAMPLE), VitalsStreamsConfig.class, environment))
                .isEqualTo(new VitalsStreamsConfig(
                        new KafkaConnectionConfig("kafka:9092", "http://registry", "replay", 12),
                        Path.of("/state"),
                        new CleaningMemoryConfig(Duration.ofHours(1), 7, Duration.ofHours(3), 8),
                        "2"));
    }

    @Test
    void anInstanceCanAskForStandbyCopies() {
        // given
        Map<String, String> environment = Map.of("VIGIE_INSTANCE", "b", "VIGIE_STANDBYS", "1");

        // when
        var config = ConfigLoader.load(Optional.empty(), VitalsStreamsConfig.class, environment);

        // then
        assertThat(config.streamsInstance().standbys()).isEqualTo(1);
        assertThat(VitalsStreamsConfig.defaults().standbys()).isZero();
    }

    @Test
    void aUnitKeepsTheFirstRevisionOfTheCleaningRules() {
        // given
        Map<String, String> environment = Map.of("VIGIE_CLEANING_REVISION", "1");

        // when
        var config = ConfigLoader.load(Optional.of(EXAMPLE), VitalsStreamsConfig.class, environment);

        // then
        assertThat(config.cleaning().rules()).isEqualTo(CleaningRevision.FIRST);
        assertThat(VitalsStreamsConfig.defaults().cleaning().rules()).isEqualTo(CleaningRevision.SHIPPED);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        // given
        Map<String, String> environment = Map.of("VIGIE_MEMORY_HORIZON", "PT0S", "VIGIE_STATE_DIR", "' '");

        // when, then
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), VitalsStreamsConfig.class, environment))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("memory.horizon: must be positive, was PT0S");
        assertThatThrownBy(() -> new CleaningMemoryConfig(Duration.ofMinutes(1), 0))
                .hasMessage("memory.messages: must be positive, was 0");
        assertThatThrownBy(() -> new CleaningMemoryConfig(Duration.ofMinutes(1), 1, Duration.ZERO, 1))
                .hasMessage("memory.seconds: must be positive, was PT0S");
        assertThatThrownBy(() -> new CleaningMemoryConfig(Duration.ofMinutes(1), 1, Duration.ofHours(1), 0))
                .hasMessage("memory.instants: must be positive, was 0");
        assertThatThrownBy(() -> new CleaningRulesConfig(3)).hasMessage("cleaning.revision: must be 1 or 2, was 3");
        assertThatThrownBy(() -> new VitalsStreamsConfig(
                        KafkaConnectionConfig.defaults(), Path.of(" "), CleaningMemoryConfig.defaults()))
                .hasMessage("stateDir: must be a directory, was blank");
        assertThatThrownBy(() -> new VitalsStreamsConfig(
                        KafkaConnectionConfig.defaults(), Path.of("state"), CleaningMemoryConfig.defaults(), ""))
                .hasMessage("instance: must be letters, digits, '.', '_' or '-', was ''");
    }
}
