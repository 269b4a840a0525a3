package org.vigie.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * What alert-streams is told at its start.
 *
 * @param stateDir for the stores' bookkeeping; each instance has its own
 * @param rules rule file; empty for the rule set that is shipped
 * @param instance name among the instances that share the partitions
 */
public record AlertStreamsConfig(
        KafkaConnectionConfig kafka, Path stateDir, StayWatchConfig watch, String rules, String instance) {
    public AlertStreamsConfig {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
        if (!instance.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "instance: must be letters, digits, '.', '_' or '-', was '" + instance + "'");
        }
    }

    /** Of the only instance, with the rule set that is shipped. */
    public AlertStreamsConfig(KafkaConnectionConfig kafka, Path stateDir, StayWatchConfig watch) {
        this(kafka, stateDir, watch, "", StreamsApp.ONLY_INSTANCE);
    }

    public static AlertStreamsConfig defaults() {
        return new AlertStreamsConfig(
                KafkaConnectionConfig.defaults(), Path.of("data", "alert-streams"), StayWatchConfig.defaults());
    }

    /** @throws IllegalArgumentException {@code file:line: what was expected} */
    AlarmRuleCatalogue ruleCatalogue() {
        if (rules.isBlank()) {
            return AlarmRuleCatalogue.adultIcu();
        }
        try {
            return AlarmRuleCatalogue.of(rules, Files.readString(Path.of(rules)));
        } catch (IOException e) {
            throw new UncheckedIOException("rules: cannot be read: " + rules, e);
        }
    }
}
