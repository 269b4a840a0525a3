package org.vigie.replay.trial;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.analytics.ReportPeriod;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.command.PeriodOptions;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.replay.engine.ReplayProgress;
import org.vigie.replay.publication.PublishedRuleReader;
import org.vigie.replay.publication.RuleFileText;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a rule set on the recorded clean stream: {@code ./vigie rules try}. */
@Command(
        name = "try",
        description = {
            "Evaluates the recorded clean stream with two rule sets and compares their alarms and calls.",
            "It reads the live topics and writes to none. All times are event times.",
            "Exit code 1: the new rules miss an alarm that clinicians judged real and the current rules do not miss."
        })
final class RulesTryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RULES",
            description = "New rules: a rule file, or the name of a shipped set such as adult-icu-3.")
    String tried = "";

    @Option(
            names = "--against",
            paramLabel = "RULES",
            description = "Rules with which they are compared, in the same form (default: those in force).")
    Optional<String> against = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration file of alert-streams; the command reads rules and watch (default: the defaults).")
    Optional<Path> config = Optional.empty();

    @Mixin
    PeriodOptions times = new PeriodOptions();

    @Option(
            names = "--warm-up",
            paramLabel = "DURATION",
            description = "Time before --from that is evaluated and not counted (default: ${DEFAULT-VALUE}).")
    Duration warmUp = Duration.ofHours(1);

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the result with its plots as an HTML page.")
    Optional<Path> html = Optional.empty();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        RuleFileText rules = RuleFileText.load(tried);
        var settings = ConfigLoader.load(config, AlertStreamsConfig.class, System.getenv());
        Optional<AlarmRuleCatalogue> other = against.map(AlarmRuleCatalogue::load);
        PrintWriter err = spec.commandLine().getErr();
        access.to(kafka.requireBroker(), err, System.getenv()).requireEveryUnit("trial of the rules " + rules.name());
        Instant now = Instant.now();
        RuleTrialRequest request = request(rules, other.orElseGet(() -> inForce(settings, now)), settings, now);
        RuleTrialResult result = new RuleTrial(request).run(new ReplayProgress(err, InstantSource.system()));
        if (html.isPresent()) {
            Files.writeString(html.get(), new HtmlRuleTrial(result).toString());
        }
        Map<String, Object> figures = result.figures();
        figures.put("tried_at", now.toString());
        figures.put("rules_digest", rules.digest());
        json.print(spec.commandLine().getOut(), new RuleTrialText(result).toString(), figures);
        return result.missesMore() ? CommandRunner.NO : CommandRunner.DONE;
    }

    private AlarmRuleCatalogue inForce(AlertStreamsConfig settings, Instant now) {
        return new PublishedRuleReader(kafka.config())
                .read(settings.ruleCatalogue())
                .at(now);
    }

    private RuleTrialRequest request(
            RuleFileText rules, AlarmRuleCatalogue current, AlertStreamsConfig settings, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new RuleTrialRequest(
                kafka.config(),
                new ReportPeriod(times.from(second), times.to(second)),
                now,
                warmUp,
                current,
                rules.rules(),
                settings.watch(),
                AnalyticsConfig.defaults());
    }
}
