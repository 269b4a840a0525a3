package org.vigie.vitals;

import java.nio.file.Path;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.MonitoringConfig;

/**
 * Configures vitals-streams.
 *
 * @param stateDir directory for the state stores; each instance has its own
 * @param instance name of this instance among those that share the partitions
 * @param monitoring where metrics and health are served
 */
public record VitalsStreamsConfig(
        KafkaConnectionConfig kafka,
        Path stateDir,
        CleaningMemoryConfig memory,
        String instance,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_092;

    public VitalsStreamsConfig {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
        if (!instance.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "instance: must be letters, digits, '.', '_' or '-', was '" + instance + "'");
        }
    }

    /** Creates a configuration with the default monitoring port. */
    public VitalsStreamsConfig(
            KafkaConnectionConfig kafka, Path stateDir, CleaningMemoryConfig memory, String instance) {
        this(kafka, stateDir, memory, instance, MonitoringConfig.onPort(MONITORING_PORT));
    }

    /** Creates the configuration of the only instance. */
    public VitalsStreamsConfig(KafkaConnectionConfig kafka, Path stateDir, CleaningMemoryConfig memory) {
        this(kafka, stateDir, memory, StreamsApp.ONLY_INSTANCE);
    }

    public static VitalsStreamsConfig defaults() {
        return new VitalsStreamsConfig(
                KafkaConnectionConfig.defaults(), Path.of("data", "vitals-streams"), CleaningMemoryConfig.defaults());
    }
}
