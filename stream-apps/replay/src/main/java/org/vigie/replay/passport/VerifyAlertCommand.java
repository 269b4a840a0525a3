package org.vigie.replay.passport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.replay.namespace.WardOfReplay;
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
    Duration history = AlertPassport.HISTORY;

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException {
        var settings = ConfigLoader.load(config, AlertStreamsConfig.class, System.getenv());
        var broker = kafka.requireBroker();
        var ward = new WardOfReplay(broker).connection();
        var asking = access.to(ward, spec.commandLine().getErr(), System.getenv());
        var reads = new DecidedPassportReads(asking, "alerts");
        List<PassportAnswer> answers = new PassportVerification(broker, reads).alerts(id, settings, history);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("ID: alerts.ledger holds no alert '" + id
                    + "'; an alert or a stay was expected, as ./vigie board --at prints them");
        }
        var report = new PassportReport(answers);
        json.print(spec.commandLine().getOut(), report.toString(), report.figures());
        return report.exitCode();
    }
}
