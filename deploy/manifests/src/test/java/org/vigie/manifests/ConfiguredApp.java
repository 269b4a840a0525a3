package org.vigie.manifests;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.local.TopicsConfig;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.risk.RiskConfig;
import org.vigie.simulator.SimulatorConfig;
import org.vigie.sink.SinkConfig;
import org.vigie.station.StationConfig;
import org.vigie.vitals.VitalsStreamsConfig;

/**
 * Names the record that configures an app.
 *
 * @param name of the app in {@code ./vigie run}; {@code topics} for the command
 */
record ConfiguredApp(String name) {
    private static final Map<String, Class<? extends Record>> CONFIGURATIONS = Map.ofEntries(
            Map.entry("bedside-gateway", GatewayConfig.class),
            Map.entry("bedside-simulator", SimulatorConfig.class),
            Map.entry("vitals-streams", VitalsStreamsConfig.class),
            Map.entry("risk-flink", RiskConfig.class),
            Map.entry("alert-streams", AlertStreamsConfig.class),
            Map.entry("alert-notifications", NotificationsConfig.class),
            Map.entry("alert-analytics", AnalyticsConfig.class),
            Map.entry("dashboard-sink", SinkConfig.class),
            Map.entry("station", StationConfig.class),
            Map.entry("model-server", ModelServerConfig.class),
            Map.entry("topics", TopicsConfig.class));

    static Set<String> names() {
        return CONFIGURATIONS.keySet();
    }

    /** Returns every variable that the app reads. */
    Set<String> variables() {
        return variables("", type())
                .flatMap(name -> Stream.of(name, name + "_FILE"))
                .collect(Collectors.toSet());
    }

    /** Loads the configuration as the app does; throws with every problem of the values. */
    Record load(Map<String, String> environment) {
        return ConfigLoader.load(Optional.empty(), type(), environment);
    }

    private Class<? extends Record> type() {
        return Optional.<Class<? extends Record>>ofNullable(CONFIGURATIONS.get(name))
                .orElseThrow();
    }

    private static Stream<String> variables(String path, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> variables(path, component));
    }

    private static Stream<String> variables(String path, RecordComponent component) {
        String key = path.isEmpty() ? component.getName() : path + "." + component.getName();
        return component.getType().isRecord()
                ? variables(key, component.getType())
                : Stream.of(ConfigLoader.environmentVariable(key));
    }
}
