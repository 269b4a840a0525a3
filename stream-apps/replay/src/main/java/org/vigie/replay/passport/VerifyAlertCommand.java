package org.vigie.replay.passport;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.records.RuleHistory;
import org.vigie.replay.publication.PublishedRuleReader;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes the ledger entries of alerts again: {@code ./vigie verify alert}. */
@Command(
        name = "alert",
        description = {
            "Computes the ledger entries of alerts again from the clean stream, with the rules that raised them.",
            "Prints SAME, DIFF with the first field that differs, or UNKNOWN with the reason. It writes to no topic.",
            "Exit code 0: all are the same; 1: one differs; 2: one could not be computed, or none was found."
        })
final class VerifyAlertCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "An alert of the ledger, or a stay for all its alerts.")
    String id = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file of alert-streams; the command reads rules and watch"
                    + " (default: the shipped rules of the alert's version).")
    Optional<Path> config = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            description =
                    "Time before the first entry from which the stay is computed again (default: ${DEFAULT-VALUE}).")
    Duration history = Duration.ofHours(24);

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException {
        var settings = ConfigLoader.load(config, AlertStreamsConfig.class, System.getenv());
        var broker = kafka.requireBroker();
        var recorded = new RecordedAlerts(broker, new AvroSerdes(broker.registry()));
        Map<String, List<PlacedRecord<Alert>>> alerts = recorded.entries(id);
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("ID: alerts.ledger holds no alert '" + id
                    + "'; an alert or a stay was expected, as ./vigie board --at prints them");
        }
        new PassportAudit(broker, spec.commandLine().getErr())
                .record(
                        alerts.values().stream()
                                .map(entries -> entries.get(0).value().getStay()),
                        "alerts");
        var report = new PassportReport(verified(recorded, alerts, settings, broker));
        json.print(spec.commandLine().getOut(), report.toString(), report.figures());
        return report.exitCode();
    }

    private List<PassportAnswer> verified(
            RecordedAlerts recorded,
            Map<String, List<PlacedRecord<Alert>>> alerts,
            AlertStreamsConfig settings,
            KafkaConnectionConfig broker) {
        List<PlacedRecord<Alert>> all =
                alerts.values().stream().flatMap(List::stream).toList();
        RuleHistory published = new PublishedRuleReader(broker).read(settings.ruleCatalogue());
        AlarmRuleCatalogue rules = rules(all.get(0).value().getRuleVersion(), published);
        AlertPassport passport = recorded.passport(all, history, rules, settings.watch());
        List<PassportAnswer> answers = new ArrayList<>();
        alerts.forEach((alert, entries) -> answers.add(verify(passport, alert, entries, rules.version())));
        return answers;
    }

    private static PassportAnswer verify(
            AlertPassport passport, String alert, List<PlacedRecord<Alert>> entries, String version) {
        List<Alert> recorded = entries.stream().map(PlacedRecord::value).toList();
        return recorded.stream().allMatch(entry -> entry.getRuleVersion().equals(version))
                ? passport.verify(alert, recorded)
                : PassportAnswer.unknown(alert, "it has entries of other rules than " + version);
    }

    /** Returns the published or configured rules with the version, else the shipped ones. */
    private static AlarmRuleCatalogue rules(String version, RuleHistory published) {
        return published
                .ofVersion(version)
                .or(() -> AlarmRuleCatalogue.shipped(version))
                .orElseThrow(() -> new IllegalArgumentException("--config: the rules " + version
                        + " raised the alert, but they were not published, and the configured rules are "
                        + published.at(Instant.EPOCH).version()
                        + "; a configuration with that rule file was expected"));
    }
}
