package org.vigie.analytics;

import java.nio.file.Path;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Configures alert-analytics.
 *
 * @param stateDir directory for the state stores
 * @param nurses number of nurses who share the alarms of a unit
 * @param target the unit's budget of interruptions: alarms per 10 minutes and nurse (ISA-18.2: 1)
 * @param monitoring where metrics and health are served
 */
public record AnalyticsConfig(
        KafkaConnectionConfig kafka, Path stateDir, double nurses, double target, MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_096;

    public AnalyticsConfig {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
        if (!(nurses > 0)) {
            throw new IllegalArgumentException("nurses: must be positive, was " + nurses);
        }
        if (!(target > 0)) {
            throw new IllegalArgumentException("target: must be positive, was " + target);
        }
    }

    /** Creates a configuration with the default monitoring port. */
    public AnalyticsConfig(KafkaConnectionConfig kafka, Path stateDir, double nurses, double target) {
        this(kafka, stateDir, nurses, target, MonitoringConfig.onPort(MONITORING_PORT));
    }

    public static AnalyticsConfig defaults() {
        return new AnalyticsConfig(KafkaConnectionConfig.defaults(), Path.of("data", "alert-analytics"), 2, 1);
    }
}
