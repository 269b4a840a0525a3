package org.vigie.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.PeriodOptions;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.topic.KafkaClients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how often nurses were notified and for which rules: {@code ./vigie alarms report}. */
@Command(
        name = "report",
        description = {
            "Reports how often nurses were notified, for which rules, and their feedback. Reads alerts.ledger.",
            "All times are event times."
        })
final class AlarmsReportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    PeriodOptions times = new PeriodOptions();

    @Mixin
    AccessOptions access = new AccessOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    AlarmReportOptions.ReportFormat format = AlarmReportOptions.ReportFormat.TEXT;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Option(names = "--out", paramLabel = "FILE", description = "File to write (default: standard output).")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "Namespace whose ledger is reported: kafka.namespace (default: that of the configuration).")
    Optional<String> namespace = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "NAME",
            description = "Compares with the ledger of this namespace, side by side.")
    Optional<String> against = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration file of alert-analytics; the command reads kafka, nurses and target (default: the defaults).")
    Optional<Path> config = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        AlarmReportOptions options = options(Instant.now());
        AnalyticsConfig settings = ConfigLoader.load(options.config(), AnalyticsConfig.class, System.getenv());
        new KafkaClients(settings.kafka()).requireBroker();
        access.to(settings.kafka(), spec.commandLine().getErr(), System.getenv())
                .requireEveryUnit("alarm report of " + options.period().from() + " to "
                        + options.period().to());
        String report = new AlarmReportRun(options, settings, spec.commandLine().getErr()).report();
        if (out.isPresent()) {
            Files.writeString(out.get(), report);
        } else {
            spec.commandLine().getOut().println(report);
        }
        return 0;
    }

    /** @throws IllegalArgumentException when a time is neither an instant nor a duration */
    AlarmReportOptions options(Instant now) {
        var period = new ReportPeriod(times.from(now), times.to(now));
        return new AlarmReportOptions(
                period,
                json.isChosen() ? AlarmReportOptions.ReportFormat.JSON : format,
                new AlarmReportOptions.ReportNamespaces(namespace, against),
                config);
    }
}
