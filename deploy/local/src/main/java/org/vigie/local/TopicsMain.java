package org.vigie.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.configuration.Configuration;
import org.vigie.runtime.KafkaSettings;

/** {@code ./vigie topics [FILE]}: creates the topics that are missing on any broker; those that are there stay as they are. */
public final class TopicsMain {
    private TopicsMain() {}

    /**
     * The configuration file.
     *
     * @param replicationFactor copies of each record: 3 where there are three brokers
     */
    record TopicsConfig(KafkaSettings kafka, short replicationFactor) {
        TopicsConfig {
            if (replicationFactor < 1) {
                throw new IllegalArgumentException("replicationFactor: must be positive, was " + replicationFactor);
            }
        }

        static TopicsConfig defaults() {
            return new TopicsConfig(KafkaSettings.defaults(), (short) 1);
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var file = Arrays.stream(args).findFirst().map(Path::of);
        create(Configuration.load(file, TopicsConfig.class, System.getenv())).forEach(System.out::println);
    }

    /** @return the names of those that were missing */
    static List<String> create(TopicsConfig config) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers()))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = config.kafka().topics().all().stream()
                    .map(topic -> topic.creation(config.replicationFactor()))
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            return missing.stream().map(NewTopic::name).toList();
        }
    }
}
