package org.vigie.replay.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.records.RuleHistory;
import org.vigie.records.RuleRollback;
import org.vigie.schemas.RulePublication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores alarm rules that were in force before: {@code ./vigie rules rollback}. */
@Command(
        name = "rollback",
        description = "Puts earlier alarm rules in force again: those before the newest ones, or those of NUMBER.")
public final class RulesRollbackCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NUMBER",
            description = "Number of a publication; 0 for the rules of the configuration (default: the one before).")
    Optional<Integer> number = Optional.empty();

    @Mixin
    PublicationReason reason = new PublicationReason();

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    PublicationOptions options = new PublicationOptions();

    @Override
    public Integer call() throws InterruptedException {
        reason.check();
        KafkaConnectionConfig ward = options.kafka.requireBroker();
        var run = new RulePublicationRun(ward, options.configured(System.getenv()));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var rollback = new RuleRollback(reason.author, reason.masked(), now);
        RuleHistory history = run.history();
        RulePublication publication =
                number.map(each -> rollback.to(each, history)).orElseGet(() -> rollback.ofNewest(history));
        run.publish(publication, access.to(ward, spec.commandLine().getErr(), System.getenv()));
        var text = new PublicationText(publication);
        options.json.print(spec.commandLine().getOut(), text.toString(), text.figures());
        return CommandRunner.DONE;
    }
}
