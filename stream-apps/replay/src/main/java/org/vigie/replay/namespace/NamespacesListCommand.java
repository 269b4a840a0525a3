package org.vigie.replay.namespace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the namespaces of a broker: {@code ./vigie namespaces list}. */
@Command(name = "list", description = "Lists the wards and the replays whose topics a broker holds.")
final class NamespacesListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        try (var topics = new NamespaceAdmin(kafka.requireBroker())) {
            List<ListedNamespace> listed = topics.list();
            String text = listed.isEmpty()
                    ? "The broker holds no namespace."
                    : listed.stream().map(ListedNamespace::toString).collect(Collectors.joining("\n"));
            json.print(spec.commandLine().getOut(), text, Map.of("namespaces", listed));
        }
        return CommandRunner.DONE;
    }
}
