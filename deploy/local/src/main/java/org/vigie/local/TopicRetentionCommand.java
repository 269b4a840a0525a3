package org.vigie.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows whether the broker deletes old records in time: {@code ./vigie topics retention}. */
@Command(
        name = "retention",
        description = {
            "Prints for each topic how long the broker keeps a record, when it took the oldest one, and OK or LATE.",
            "Exit code 1 when a record is older than its retention and one segment, when a topic is kept without an end, or is missing."
        })
final class TopicRetentionCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Configuration: kafka (default: the defaults).")
    Optional<Path> file = Optional.empty();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        KafkaConnectionConfig kafka =
                ConfigLoader.load(file, TopicsConfig.class, System.getenv()).kafka();
        new KafkaClients(kafka).requireBroker();
        List<TopicRetention> topics = new TopicRetentionReader(kafka, Instant.now()).read();
        String text = topics.stream().map(TopicRetention::toString).collect(Collectors.joining("\n"));
        json.print(spec.commandLine().getOut(), text, Map.of("topics", topics));
        return topics.stream().anyMatch(topic -> topic.verdict().isBreach()) ? CommandRunner.NO : CommandRunner.DONE;
    }
}
