package org.vigie.replay.namespace;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes the topics of a replay: {@code ./vigie namespaces drop}. */
@Command(
        name = "drop",
        description = "Deletes all topics of a replay and their schemas. The topics of a ward are refused.")
final class NamespacesDropCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Namespace of the replay, such as study-7.")
    String name = "";

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws Exception {
        ReplayNamespace.checkedName(name);
        KafkaConnectionConfig broker = kafka.requireBroker();
        try (var topics = new NamespaceAdmin(broker)) {
            KafkaConnectionConfig ward = new WardOfReplay(broker.withNamespace(name)).connection();
            access.to(ward, spec.commandLine().getErr(), System.getenv()).change(name, () -> drop(topics, broker));
        }
        return CommandRunner.DONE;
    }

    private void drop(NamespaceAdmin topics, KafkaConnectionConfig broker)
            throws ExecutionException, InterruptedException {
        Set<String> deleted = topics.drop(name);
        var serdes = new AvroSerdes(broker.registry());
        long subjects = deleted.stream().filter(serdes::unregister).count();
        json.print(
                spec.commandLine().getOut(),
                "%d topics of %s and %d subjects of their schemas were deleted."
                        .formatted(deleted.size(), name, subjects),
                Map.of("deleted", deleted, "subjects", subjects));
    }
}
