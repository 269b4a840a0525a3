package org.vigie.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.schemas.topic.TopicCreator;

/**
 * Creates the topics that are missing on a broker, and compares those that are there with the configuration.
 *
 * @param config the topics and where the broker is
 */
public record TopicProvisioner(TopicsConfig config) {
    /**
     * Holds what was done and found.
     *
     * @param present names of the topics that were there already
     * @param differences settings of present topics that differ; nothing is changed
     */
    public record TopicsAnswer(List<String> created, List<String> present, List<TopicDifference> differences) {
        String text() {
            String topics = created.isEmpty()
                    ? "All %d topics are there; none was created.".formatted(present.size())
                    : String.join("\n", created);
            if (differences.isEmpty()) {
                return topics;
            }
            Stream<String> found = differences.stream().map(TopicDifference::toString);
            return Stream.concat(Stream.of(topics), found).collect(Collectors.joining("\n"))
                    + "\nNothing was changed; docs/operations.md says how to change a topic.";
        }
    }

    /**
     * Creates and compares.
     *
     * @throws IllegalStateException when the cluster has fewer brokers than each record has copies
     */
    public TopicsAnswer run() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(config.kafka().clientSettings(Map.of()))) {
            requireBrokers(admin);
            List<NewTopic> topics = config.topics();
            List<String> created = new TopicCreator(admin).create(topics);
            List<NewTopic> present = topics.stream()
                    .filter(topic -> !created.contains(topic.name()))
                    .toList();
            return new TopicsAnswer(
                    created,
                    present.stream().map(NewTopic::name).toList(),
                    new TopicComparison(admin).differences(present));
        }
    }

    /** Creates the topic of the audit trail when it is missing, so that a change that comes before all other topics is recorded. */
    void createAuditTopic() throws ExecutionException, InterruptedException {
        String audit = config.kafka().topics().auditEvents().name();
        try (Admin admin = Admin.create(config.kafka().clientSettings(Map.of()))) {
            requireBrokers(admin);
            var unused = new TopicCreator(admin)
                    .create(config.topics().stream()
                            .filter(topic -> topic.name().equals(audit))
                            .toList());
        }
    }

    private void requireBrokers(Admin admin) throws ExecutionException, InterruptedException {
        int brokers = admin.describeCluster().nodes().get().size();
        if (brokers < config.replicationFactor()) {
            throw new IllegalStateException("replicationFactor: must be at most the number of brokers at "
                    + config.kafka().bootstrapServers() + ", which is " + brokers + ", was "
                    + config.replicationFactor() + "; start more brokers or set VIGIE_REPLICATION_FACTOR=" + brokers);
        }
    }
}
