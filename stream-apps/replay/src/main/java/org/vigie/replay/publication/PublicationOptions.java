package org.vigie.replay.publication;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds the options of every command about published rules. */
final class PublicationOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file of alert-streams, whose rules are in force while nothing is published"
                    + " (default: the defaults).")
    Optional<Path> config = Optional.empty();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    /**
     * Returns the rules of the configuration.
     *
     * @param environment its variables override keys of the configuration file
     * @throws IllegalArgumentException when the configuration or its rule file is invalid
     */
    AlarmRuleCatalogue configured(Map<String, String> environment) {
        return ConfigLoader.load(config, AlertStreamsConfig.class, environment).ruleCatalogue();
    }
}
