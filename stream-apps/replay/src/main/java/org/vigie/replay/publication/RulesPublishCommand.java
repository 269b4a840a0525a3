package org.vigie.replay.publication;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.RulePublication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes alarm rules: {@code ./vigie rules publish}. */
@Command(
        name = "publish",
        description = {
            "Puts alarm rules in force for the ward, without a restart, ten seconds later.",
            "It needs the answer of ./vigie rules try --json of the last seven days, compared with the rules in force.",
            "The rules before are restored when a unit is called more often than the trial promised."
        })
public final class RulesPublishCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RULES", description = "A rule file, or the name of a shipped set.")
    String file = "";

    @Option(names = "--trial", paramLabel = "FILE", description = "JSON answer of the trial of these rules.")
    Optional<Path> trial = Optional.empty();

    @Option(names = "--force", description = "Publishes without a valid trial. Nothing is then rolled back by itself.")
    boolean forced;

    @Mixin
    PublicationReason reason = new PublicationReason();

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    PublicationOptions options = new PublicationOptions();

    @Override
    public Integer call() throws InterruptedException {
        reason.check();
        RuleFileText rules = RuleFileText.load(file);
        KafkaConnectionConfig ward = options.kafka.requireBroker();
        var run = new RulePublicationRun(ward, options.configured(System.getenv()));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RulePublication publication =
                new NewRules(rules, trial.map(RuleTrialFile::read), forced).publication(run.history(), reason, now);
        run.publish(publication, access.to(ward, spec.commandLine().getErr(), System.getenv()));
        var text = new PublicationText(publication);
        options.json.print(spec.commandLine().getOut(), text.toString(), text.figures());
        return CommandRunner.DONE;
    }
}
