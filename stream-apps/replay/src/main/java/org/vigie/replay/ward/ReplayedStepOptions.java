package org.vigie.replay.ward;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.records.RuleHistory;
import org.vigie.replay.publication.PublishedRuleReader;
import org.vigie.replay.publication.ReplayedRules;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.vitals.CleaningRulesConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds the options that say with which rules and models the steps of a replay run. */
final class ReplayedStepOptions {
    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description = "Alarm rules: a rule file, or the name of a shipped set (default: those that were in force).")
    Optional<String> rules = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration file of alert-streams; the command reads rules and watch (default: the defaults).")
    Optional<Path> config = Optional.empty();

    @Option(
            names = "--cleaning-revision",
            paramLabel = "N",
            description = "Revision of the cleaning rules, as cleaning.revision of vitals-streams"
                    + " (default: ${DEFAULT-VALUE}).")
    int cleaning = CleaningRulesConfig.defaults().revision();

    @Mixin
    ReplayedModelOptions models = new ReplayedModelOptions();

    /**
     * Returns the steps with the chosen rules and models.
     *
     * @param ward whose published rules are in force
     * @param environment its variables override keys of the configuration file
     * @throws IllegalArgumentException when a file is invalid
     */
    ReplayedSteps steps(KafkaConnectionConfig ward, Map<String, String> environment) {
        return steps(new PublishedRuleReader(ward)::read, environment);
    }

    /**
     * Returns the steps with the chosen rules and models.
     *
     * @param published gives the rules that were in force beside the configured ones
     * @param environment its variables override keys of the configuration file
     */
    ReplayedSteps steps(Function<AlarmRuleCatalogue, RuleHistory> published, Map<String, String> environment) {
        var settings = ConfigLoader.load(config, AlertStreamsConfig.class, environment);
        return new ReplayedSteps(
                new CleaningRulesConfig(cleaning),
                replayedRules(published, settings),
                settings.watch(),
                SecondOpinionProvider.shipped(),
                models.models(),
                models.estimators());
    }

    private ReplayedRules replayedRules(
            Function<AlarmRuleCatalogue, RuleHistory> published, AlertStreamsConfig settings) {
        return rules.map(file -> ReplayedRules.of(file, RuleHistory::new))
                .orElseGet(() -> ReplayedRules.of(settings.rules(), published));
    }
}
