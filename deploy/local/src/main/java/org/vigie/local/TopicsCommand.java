package org.vigie.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCreator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates the topics that are missing on a broker and leaves the others as they are: {@code ./vigie topics}. */
@Command(name = "topics", description = "Creates the topics that are missing on a broker and prints their names.")
public final class TopicsCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Configuration: kafka and replicationFactor (default: the defaults).")
    Optional<Path> file = Optional.empty();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    /**
     * Holds the answer of the command.
     *
     * @param present names of the topics that were there already
     */
    record TopicsAnswer(List<String> created, List<String> present) {
        private String text() {
            return created.isEmpty()
                    ? "All %d topics are there; none was created.".formatted(present.size())
                    : String.join("\n", created);
        }
    }

    /**
     * Describes the configuration file.
     *
     * @param replicationFactor copies of each record: 3 where there are three brokers
     */
    record TopicsConfig(KafkaConnectionConfig kafka, short replicationFactor) {
        TopicsConfig {
            if (replicationFactor < 1) {
                throw new IllegalArgumentException("replicationFactor: must be positive, was " + replicationFactor);
            }
        }

        static TopicsConfig defaults() {
            return new TopicsConfig(KafkaConnectionConfig.defaults(), (short) 1);
        }
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        TopicsConfig config = ConfigLoader.load(file, TopicsConfig.class, System.getenv());
        new KafkaClients(config.kafka()).requireBroker();
        TopicsAnswer answer = create(config);
        json.print(spec.commandLine().getOut(), answer.text(), answer);
        return CommandRunner.DONE;
    }

    /** Creates the topics that are missing. */
    static TopicsAnswer create(TopicsConfig config) throws InterruptedException, ExecutionException {
        List<Topic<?>> topics = config.kafka().topics().all();
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers()))) {
            List<String> created = new TopicCreator(admin)
                    .create(topics.stream()
                            .map(topic -> topic.toNewTopic(config.replicationFactor()))
                            .toList());
            return new TopicsAnswer(
                    created,
                    topics.stream()
                            .map(Topic::name)
                            .filter(name -> !created.contains(name))
                            .toList());
        }
    }
}
