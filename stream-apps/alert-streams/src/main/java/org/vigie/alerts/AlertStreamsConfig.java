package org.vigie.alerts;

import java.nio.file.Path;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.app.StreamsInstance;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Configures alert-streams.
 *
 * @param stateDir directory for the state stores; each instance has its own
 * @param rules path of the rule file; empty for the shipped rules
 * @param instance name of this instance among those that share the partitions
 * @param standbys copies of the state that other instances keep
 * @param monitoring where metrics and health are served
 */
public record AlertStreamsConfig(
        KafkaConnectionConfig kafka,
        Path stateDir,
        StayWatchConfig watch,
        String rules,
        String instance,
        int standbys,
        MonitoringConfig monitoring) {
    private static final int MONITORING_PORT = 18_094;

    public AlertStreamsConfig {
        var unused = new StreamsInstance(stateDir, instance, standbys);
    }

    /** Returns which process of the app this is. */
    StreamsInstance streamsInstance() {
        return new StreamsInstance(stateDir, instance, standbys);
    }

    /** Creates a configuration with the default monitoring port. */
    public AlertStreamsConfig(
            KafkaConnectionConfig kafka, Path stateDir, StayWatchConfig watch, String rules, String instance) {
        this(kafka, stateDir, watch, rules, instance, 0, MonitoringConfig.onPort(MONITORING_PORT));
    }

    /** Creates the configuration of the only instance with the shipped rules. */
    public AlertStreamsConfig(KafkaConnectionConfig kafka, Path stateDir, StayWatchConfig watch) {
        this(kafka, stateDir, watch, "", StreamsApp.ONLY_INSTANCE);
    }

    public static AlertStreamsConfig defaults() {
        return new AlertStreamsConfig(
                KafkaConnectionConfig.defaults(), Path.of("data", "alert-streams"), StayWatchConfig.defaults());
    }

    /**
     * Returns the rules that the app evaluates.
     *
     * @throws IllegalArgumentException when the rule file is invalid; the message has the form {@code file:line: what was expected}
     */
    public AlarmRuleCatalogue ruleCatalogue() {
        return rules.isBlank() ? AlarmRuleCatalogue.adultIcu() : AlarmRuleCatalogue.load(rules);
    }
}
