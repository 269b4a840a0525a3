package org.vigie.vitals;

import java.nio.file.Path;
import org.vigie.runtime.KafkaSettings;
import org.vigie.runtime.StreamsApp;

/**
 * What vitals-streams is told at its start.
 *
 * @param stateDir for the stores' bookkeeping; each instance has its own
 * @param instance name among the instances that share the partitions
 */
public record VitalsConfiguration(KafkaSettings kafka, Path stateDir, MemorySettings memory, String instance) {
    public VitalsConfiguration {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
        if (!instance.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "instance: must be letters, digits, '.', '_' or '-', was '" + instance + "'");
        }
    }

    /** Of the only instance. */
    public VitalsConfiguration(KafkaSettings kafka, Path stateDir, MemorySettings memory) {
        this(kafka, stateDir, memory, StreamsApp.ONLY_INSTANCE);
    }

    public static VitalsConfiguration defaults() {
        return new VitalsConfiguration(
                KafkaSettings.defaults(), Path.of("data", "vitals-streams"), MemorySettings.defaults());
    }
}
