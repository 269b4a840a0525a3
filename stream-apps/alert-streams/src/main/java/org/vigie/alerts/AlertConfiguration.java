package org.vigie.alerts;

import java.nio.file.Path;
import org.vigie.runtime.KafkaSettings;

/**
 * What alert-streams is told at its start.
 *
 * @param stateDir for the stores' bookkeeping
 */
public record AlertConfiguration(KafkaSettings kafka, Path stateDir, WatchSettings watch) {
    public AlertConfiguration {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
    }

    public static AlertConfiguration defaults() {
        return new AlertConfiguration(
                KafkaSettings.defaults(), Path.of("data", "alert-streams"), WatchSettings.defaults());
    }
}
