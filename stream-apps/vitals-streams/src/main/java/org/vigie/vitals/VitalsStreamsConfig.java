package org.vigie.vitals;

import java.nio.file.Path;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * What vitals-streams is told at its start.
 *
 * @param stateDir for the stores' bookkeeping; each instance has its own
 * @param instance name among the instances that share the partitions
 */
public record VitalsStreamsConfig(
        KafkaConnectionConfig kafka, Path stateDir, CleaningMemoryConfig memory, String instance) {
    public VitalsStreamsConfig {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
        if (!instance.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "instance: must be letters, digits, '.', '_' or '-', was '" + instance + "'");
        }
    }

    /** Of the only instance. */
    public VitalsStreamsConfig(KafkaConnectionConfig kafka, Path stateDir, CleaningMemoryConfig memory) {
        this(kafka, stateDir, memory, StreamsApp.ONLY_INSTANCE);
    }

    public static VitalsStreamsConfig defaults() {
        return new VitalsStreamsConfig(
                KafkaConnectionConfig.defaults(), Path.of("data", "vitals-streams"), CleaningMemoryConfig.defaults());
    }
}
