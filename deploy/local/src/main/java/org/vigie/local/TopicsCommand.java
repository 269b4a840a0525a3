package org.vigie.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.vigie.access.AccessOperation;
import org.vigie.access.audit.CommandAudit;
import org.vigie.local.TopicProvisioner.TopicsAnswer;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.topic.KafkaClients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates the topics that are missing on a broker and reports how the others differ from the configuration: {@code ./vigie topics}. */
@Command(
        name = "topics",
        subcommands = {TopicAclsCommand.class, TopicRetentionCommand.class},
        description = {
            "Creates the topics that are missing on a broker and prints their names. Topics that are there stay as they are.",
            "Exit code 1 when one of them differs in partitions, replication, retention or min.insync.replicas; each difference is a line."
        })
public final class TopicsCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "Configuration: kafka, replicationFactor, minInsyncReplicas, retention (default: the defaults).")
    Optional<Path> file = Optional.empty();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        TopicsConfig config = ConfigLoader.load(file, TopicsConfig.class, System.getenv());
        new KafkaClients(config.kafka()).requireBroker();
        TopicsAnswer answer = new TopicProvisioner(config).run();
        json.print(spec.commandLine().getOut(), answer.text(), answer);
        var audit = new CommandAudit(config.kafka(), spec.commandLine().getErr());
        new TopicChangeText(config, answer)
                .text()
                .ifPresent(change -> audit.record(AccessOperation.CHANGE_CONFIGURATION, change));
        return answer.differences().isEmpty() ? CommandRunner.DONE : CommandRunner.NO;
    }
}
