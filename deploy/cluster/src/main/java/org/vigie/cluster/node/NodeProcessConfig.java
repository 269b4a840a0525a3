package org.vigie.cluster.node;

import java.util.Map;
import java.util.Optional;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.ConfigLoader;

/**
 * Configures the process of a broker or of the store.
 *
 * @param monitoring where its metrics and health are served; port 0 for nowhere
 */
public record NodeProcessConfig(MonitoringConfig monitoring) {
    public static NodeProcessConfig defaults() {
        return new NodeProcessConfig(MonitoringConfig.onPort(0));
    }

    static NodeProcessConfig of(Map<String, String> environment) {
        return ConfigLoader.load(Optional.empty(), NodeProcessConfig.class, environment);
    }
}
