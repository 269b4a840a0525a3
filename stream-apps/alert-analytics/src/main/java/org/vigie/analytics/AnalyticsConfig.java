package org.vigie.analytics;

import java.nio.file.Path;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * What alert-analytics is told at its start.
 *
 * @param stateDir for the stores' bookkeeping
 * @param nurses who share a unit's calls
 * @param target the unit's budget of interruptions: alarms per 10 minutes and nurse (ISA-18.2: 1)
 */
public record AnalyticsConfig(KafkaConnectionConfig kafka, Path stateDir, double nurses, double target) {
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

    public static AnalyticsConfig defaults() {
        return new AnalyticsConfig(KafkaConnectionConfig.defaults(), Path.of("data", "alert-analytics"), 2, 1);
    }
}
