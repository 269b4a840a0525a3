package org.vigie.vitals;

import java.nio.file.Path;
import org.vigie.runtime.KafkaSettings;

/**
 * What vitals-streams is told at its start.
 *
 * @param stateDir for the stores' bookkeeping
 */
public record VitalsConfiguration(KafkaSettings kafka, Path stateDir, MemorySettings memory) {
    public VitalsConfiguration {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
    }

    public static VitalsConfiguration defaults() {
        return new VitalsConfiguration(
                KafkaSettings.defaults(), Path.of("data", "vitals-streams"), MemorySettings.defaults());
    }
}
