package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.risk.RiskConfig;
import org.vigie.simulator.SimulatorConfig;
import org.vigie.sink.SinkConfig;
import org.vigie.station.StationConfig;
import org.vigie.vitals.VitalsStreamsConfig;

/** Tests that the example files show every default with its value. */
class ExampleConfigurationsTest {
    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("stream-apps/bedside-simulator", SimulatorConfig.defaults()),
                Arguments.of("stream-apps/vitals-streams", VitalsStreamsConfig.defaults()),
                Arguments.of("stream-apps/risk-flink", RiskConfig.defaults()),
                Arguments.of("stream-apps/alert-streams", AlertStreamsConfig.defaults()),
                Arguments.of("stream-apps/alert-analytics", AnalyticsConfig.defaults()),
                Arguments.of("stream-apps/alert-notifications", NotificationsConfig.defaults()),
                Arguments.of("stream-apps/bedside-gateway/app", GatewayConfig.defaults()),
                Arguments.of("stream-apps/dashboard-sink", SinkConfig.defaults()),
                Arguments.of("stream-apps/station", StationConfig.defaults()),
                Arguments.of("model-server/server", ModelServerConfig.defaults()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleFileShowsTheDefaults(String module, Record defaults) throws IOException {
        // given
        Path file = onlyFile(RepositoryPaths.root().resolve(module).resolve("config"));

        // when, then
        assertThat(ConfigLoader.load(Optional.of(file), defaults.getClass(), Map.of()))
                .isEqualTo(defaults);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).as("examples in " + folder).hasSize(1);
            return all.get(0);
        }
    }
}
