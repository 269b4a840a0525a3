package org.vigie.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.runtime.KafkaSettings;
import org.vigie.runtime.StreamsApp;
import org.vigie.signal.alert.rules.RuleBook;

/**
 * What alert-streams is told at its start.
 *
 * @param stateDir for the stores' bookkeeping; each instance has its own
 * @param rules rule file; empty for the rule set that is shipped
 * @param instance name among the instances that share the partitions
 */
public record AlertConfiguration(
        KafkaSettings kafka, Path stateDir, WatchSettings watch, String rules, String instance) {
    public AlertConfiguration {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
        if (!instance.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "instance: must be letters, digits, '.', '_' or '-', was '" + instance + "'");
        }
    }

    /** Of the only instance, with the rule set that is shipped. */
    public AlertConfiguration(KafkaSettings kafka, Path stateDir, WatchSettings watch) {
        this(kafka, stateDir, watch, "", StreamsApp.ONLY_INSTANCE);
    }

    public static AlertConfiguration defaults() {
        return new AlertConfiguration(
                KafkaSettings.defaults(), Path.of("data", "alert-streams"), WatchSettings.defaults());
    }

    /** @throws IllegalArgumentException {@code file:line: what was expected} */
    RuleBook ruleBook() {
        if (rules.isBlank()) {
            return RuleBook.adultIcu();
        }
        try {
            return RuleBook.of(rules, Files.readString(Path.of(rules)));
        } catch (IOException e) {
            throw new UncheckedIOException("rules: cannot be read: " + rules, e);
        }
    }
}
