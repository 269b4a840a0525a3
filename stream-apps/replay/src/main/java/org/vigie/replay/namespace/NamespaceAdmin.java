package org.vigie.replay.namespace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCreator;

/** Creates, lists and deletes the topics of replays on a broker. */
public final class NamespaceAdmin implements AutoCloseable {
    private static final Duration KEPT = Duration.ofDays(30);

    /** Stands for the replicas that the broker gives to a new topic. */
    private static final short BROKER_DEFAULT = -1;

    private final Admin admin;

    public NamespaceAdmin(KafkaConnectionConfig kafka) {
        admin = Admin.create(kafka.clientSettings(Map.of()));
    }

    /**
     * Returns the connection to a ward with the number of partitions that its topics have.
     *
     * @throws IllegalArgumentException when the broker has no such ward
     */
    public KafkaConnectionConfig sized(KafkaConnectionConfig ward) throws ExecutionException, InterruptedException {
        return ward.withPartitions(describedRaw(ward).partitions().size());
    }

    private TopicDescription describedRaw(KafkaConnectionConfig ward) throws ExecutionException, InterruptedException {
        String raw = ward.topics().observationsRaw().name();
        if (!names().contains(raw)) {
            throw new IllegalArgumentException("--ward: the broker at " + ward.bootstrapServers() + " has no topic "
                    + raw + "; ./vigie namespaces list shows its namespaces");
        }
        return Objects.requireNonNull(describe(List.of(raw)).get(raw), raw);
    }

    private Map<String, TopicDescription> describe(List<String> topics)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get();
    }

    /**
     * Creates the topics of a replay. Its records carry the times of the recorded ones and are kept for 30 days from now.
     *
     * @param age time since the oldest record that is replayed
     * @throws IllegalArgumentException when the namespace exists
     */
    public void create(ReplayNamespace namespace, KafkaConnectionConfig ward, Duration age)
            throws ExecutionException, InterruptedException {
        if (list().stream().anyMatch(each -> each.name().equals(namespace.name()))) {
            throw new IllegalArgumentException("--namespace: " + namespace.name()
                    + " exists; choose another name, or delete it with ./vigie namespaces drop " + namespace.name());
        }
        short replicas = replicas(ward);
        List<NewTopic> topics = Stream.concat(
                        namespace.written().stream().map(topic -> recorded(topic, replicas, age)),
                        namespace.topics().ofReplay().stream().map(topic -> topic.toNewTopic(replicas)))
                .toList();
        new TopicCreator(admin).create(topics);
    }

    /** Returns the number of replicas of the ward's topics; that of the broker when the ward is an archive and not on it. */
    private short replicas(KafkaConnectionConfig ward) throws ExecutionException, InterruptedException {
        boolean isOnBroker = names().contains(ward.topics().observationsRaw().name());
        return isOnBroker
                ? (short) describedRaw(ward).partitions().get(0).replicas().size()
                : BROKER_DEFAULT;
    }

    /** Describes a topic that keeps records whose own times are long past. */
    static NewTopic recorded(Topic<?> topic, short replicas, Duration age) {
        String kept = Long.toString(KEPT.plus(age).toMillis());
        String policy = topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
        return new NewTopic(topic.name(), topic.partitions(), replicas)
                .configs(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "CreateTime",
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        policy,
                        TopicConfig.RETENTION_MS_CONFIG,
                        kept,
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        kept));
    }

    /** Returns the namespaces of the broker by name. */
    public List<ListedNamespace> list() throws ExecutionException, InterruptedException {
        return new NamespaceListing(admin).list();
    }

    /**
     * Deletes all topics of a replay.
     *
     * @return their names
     * @throws IllegalArgumentException when the name could be that of a ward, or the broker has no such namespace
     */
    public Set<String> drop(String name) throws ExecutionException, InterruptedException {
        String checked = ReplayNamespace.checkedName(name);
        Set<String> topics = list().stream()
                .filter(each -> each.name().equals(checked))
                .findFirst()
                .map(ListedNamespace::topics)
                .orElseThrow(() -> new IllegalArgumentException("NAME: the broker has no namespace " + checked
                        + "; ./vigie namespaces list shows its namespaces"));
        admin.deleteTopics(topics).all().get();
        return topics;
    }

    private Set<String> names() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    @Override
    public void close() {
        admin.close();
    }
}
