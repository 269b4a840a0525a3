package org.vigie.replay.publication;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.RulePublication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the published alarm rules: {@code ./vigie rules list}. */
@Command(name = "list", description = "Lists the alarm rules that were published, newest first, and those in force.")
public final class RulesListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    PublicationOptions options = new PublicationOptions();

    @Override
    public Integer call() throws InterruptedException {
        KafkaConnectionConfig ward = options.kafka.requireBroker();
        var run = new RulePublicationRun(ward, options.configured(System.getenv()));
        RuleHistory history = run.history();
        Instant now = Instant.now();
        String version = history.at(now).version();
        int number = history.inForce(now).map(RulePublication::getNumber).orElse(0);
        List<PublicationText> all =
                history.all().stream().map(PublicationText::new).toList();
        String text = "In force: %s (publication %d; 0 is the configuration)%n".formatted(version, number)
                + all.stream().map(PublicationText::toString).collect(Collectors.joining(System.lineSeparator()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("in_force", number);
        figures.put("version", version);
        figures.put("publications", all.stream().map(PublicationText::figures).toList());
        options.json.print(spec.commandLine().getOut(), text.stripTrailing(), figures);
        return CommandRunner.DONE;
    }
}
