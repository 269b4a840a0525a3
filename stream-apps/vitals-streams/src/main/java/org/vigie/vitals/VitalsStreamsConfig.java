package org.vigie.vitals;

import java.nio.file.Path;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.app.StreamsInstance;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Configures vitals-streams.
 *
 * @param stateDir directory for the state stores; each instance has its own
 * @param cleaning rules that clean the readings
 * @param instance name of this instance among those that share the partitions
 * @param standbys copies of the state that other instances keep
 * @param monitoring where metrics and health are served
 */
public record VitalsStreamsConfig(
        KafkaConnectionConfig kafka,
        Path stateDir,
        CleaningMemoryConfig memory,
        CleaningRulesConfig cleaning,
        String instance,
        int standbys,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_092;

    public VitalsStreamsConfig {
        var unused = new StreamsInstance(stateDir, instance, standbys);
    }

    /** Returns which process of the app this is. */
    StreamsInstance streamsInstance() {
        return new StreamsInstance(stateDir, instance, standbys);
    }

    /** Creates a configuration with the default monitoring port. */
    public VitalsStreamsConfig(
            KafkaConnectionConfig kafka, Path stateDir, CleaningMemoryConfig memory, String instance) {
        this(
                kafka,
                stateDir,
                memory,
                CleaningRulesConfig.defaults(),
                instance,
                0,
                MonitoringConfig.onPort(MONITORING_PORT));
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
